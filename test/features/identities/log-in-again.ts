/** A community before and after a login at which everybody and every room got another id. */

import type { ChatPerson, ChatRoom } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export const NAMES = ['小林', '阿陈', '小周', '老吴', '阿敏'] as const;

export interface LoggedInAgain {
  readonly bot: TestBot;
  readonly owner: TestPerson;
  /** 阿敏's. */
  readonly memberCode: string;
  readonly room: ChatRoom;
  readonly member: (name: string) => TestPerson;
  readonly seeRoster: (room: ChatRoom, people: readonly ChatPerson[]) => Promise<void>;
  /** Two days of check-ins by all, then the login; the owner is known again by code. */
  readonly newOwner: TestPerson;
  readonly newRoom: ChatRoom;
  readonly fresh: (name: string) => TestPerson;
}

/** Wednesday, 4 March 2026, 09:00; check-ins lie on the two days before. */
export async function logInAgain(dialect: Dialect): Promise<LoggedInAgain> {
  const bot = await startTestBot({ dialect, capabilities: { stableIds: false } });
  const owner = await bot.owner();
  const code = codeIn(await owner.whispers('绑定'));
  const memberCode = codeIn(await bot.person('阿敏').whispers('绑定'));
  const room = bot.room('英语1群');
  await owner.says('/建群 付费 英语', room);
  const member = (name: string) => bot.person(name);
  const seeRoster = async (seen: ChatRoom, people: readonly ChatPerson[]) => {
    await bot.bot.receive({ type: 'room.roster', room: seen, people, at: bot.clock.now() });
  };
  await seeRoster(room, [owner, ...NAMES.map(member)]);
  for (const day of ['2026-03-02', '2026-03-03']) {
    await bot.passTo(`${day}T09:30:00+08:00`);
    for (const name of NAMES) await member(name).says('打卡', room);
  }
  await bot.passTo('2026-03-04T09:00:00+08:00');
  bot.gateway.logInAs({ platformId: 'wx-bot-again', name: '机器人' });
  bot.bot.noteConnection(bot.gateway.connection());
  const fresh = (name: string) => bot.person(name, `wx-new-${name}`);
  const newOwner = fresh(owner.name);
  await newOwner.whispers(`绑定 ${code}`);
  const newRoom = bot.room('英语1群', 'new@chatroom');
  return { bot, owner, memberCode, room, member, seeRoster, newOwner, newRoom, fresh };
}

function codeIn(answer: string): string {
  return /绑定码：([0-9A-Z]{8})/u.exec(answer)?.[1] ?? 'no code';
}

/** The number before somebody's name in a list. */
export function numberOf(name: string, list: string): string {
  return new RegExp(`^(\\d+)\\. ?「?${name}`, 'mu').exec(list)?.[1] ?? `no number of ${name}`;
}
