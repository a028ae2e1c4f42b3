/** A community of ten members and a core room, in which some have deserved to be asked. */

import type { MemberId } from '../../../src/domain/ids.js';
import { localDayOf } from '../../../src/domain/local-time.js';
import type { TicketOutcome } from '../../../src/domain/ticket.js';
import type { GatewayCapabilities } from '../../../src/ports/chat-gateway.js';
import type { Tx } from '../../../src/storage/database.js';
import { findMemberByPlatformId } from '../../../src/storage/members.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export interface CoreScene {
  readonly bot: TestBot;
  readonly owner: TestPerson;
  /** Ten of them: two places for core users. */
  readonly members: readonly TestPerson[];
  readonly room: { readonly topic: string; readonly platformId: string };
  readonly core: CoreScene['room'];
  readonly staff: CoreScene['room'];
  /** In the staff room. */
  tells(line: string): Promise<string>;
}

const NAMES = ['小林', '小周', '阿明', '阿芳', '小满', '小北', '老李', '小雨', '大刘', '安安'];

interface SceneOptions {
  readonly now?: string;
  readonly capabilities?: Partial<GatewayCapabilities>;
  readonly url?: string;
}

/** Thursday, 5 March 2026, 09:00 in Shanghai, unless told. */
export async function startCoreScene(
  dialect: Dialect,
  { now = '2026-03-05T09:00:00+08:00', capabilities = {}, url }: SceneOptions = {},
): Promise<CoreScene> {
  const bot = await startTestBot({ dialect, now, capabilities, ...(url !== undefined && { url }) });
  const owner = await bot.owner();
  const [room, core, staff] = [bot.room('英语1群'), bot.room('核心群'), bot.room('员工群')];
  await owner.says('/建群 付费 英语 3月2日', room);
  await owner.says('/建群 员工', staff);
  await owner.says('/建群 核心', core);
  const members = NAMES.map((name) => bot.person(name));
  for (const one of members) await one.says('大家好', room);
  return { bot, owner, members, room, core, staff, tells: (line) => owner.says(line, staff) };
}

export async function memberIdOf(tx: Tx, person: TestPerson): Promise<MemberId> {
  const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const member = await findMemberByPlatformId(tx, accountId, person.platformId);
  if (member === undefined) throw new Error(`${person.name} is nobody yet.`);
  return member.id;
}

export interface Deserts {
  readonly quizzes: number;
  readonly referrals: number;
  /** Told the team, and accepted; none when absent. */
  readonly accepted?: number;
  /** An ISO instant; now when absent. */
  readonly at?: string;
}

/** Rows as if they had answered and brought so many. */
export async function deserve({ bot }: CoreScene, person: TestPerson, deserts: Deserts): Promise<void> {
  const at = deserts.at === undefined ? bot.clock.now() : Date.parse(deserts.at);
  await bot.database.transaction(async (tx) => {
    const memberId = await memberIdOf(tx, person);
    for (let count = 0; count < deserts.quizzes; count++) await answerQuiz(tx, memberId, at);
    for (let count = 0; count < deserts.referrals; count++) await bring(tx, memberId, at);
    for (let count = 0; count < (deserts.accepted ?? 0); count++) await tell(tx, memberId, at, 'accepted');
  });
}

async function answerQuiz(tx: Tx, memberId: MemberId, at: number): Promise<void> {
  const { id: roomId } = await tx.selectFrom('room').select('id').where('kind', '=', 'paid').executeTakeFirstOrThrow();
  const quiz = await tx
    .insertInto('quiz')
    .values({
      room_id: roomId,
      question: '?',
      options: '["a","b"]',
      answer: 0,
      points: 0,
      state: 'ended',
      opened_by: memberId,
      opened_at: at,
      ends_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('quiz_answer')
    .values({ quiz_id: quiz.id, number: 1, member_id: memberId, choice: 0, at })
    .execute();
}

/** A row as if they had told the team something; `outcome`: null while it is open. */
export async function tell(tx: Tx, memberId: MemberId, at: number, outcome: TicketOutcome | null): Promise<void> {
  const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const said = { account_id: accountId, kind: 'feedback', member_id: memberId, text: '?', opened_at: at } as const;
  const closed = outcome === null ? {} : { outcome, closed_at: at };
  await tx
    .insertInto('ticket')
    .values({ ...said, ...closed })
    .execute();
}

async function bring(tx: Tx, inviterId: MemberId, at: number): Promise<void> {
  const { id: accountId } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
  const newcomer = await tx
    .insertInto('member')
    .values({ name: '新来的', created_at: at })
    .returning('id')
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('referral')
    .values({
      account_id: accountId,
      inviter_id: inviterId,
      newcomer_id: newcomer.id,
      said_at: at,
      state: 'earned',
      earned_at: at,
      earned_day: localDayOf(at, 'Asia/Shanghai'),
    })
    .execute();
}
