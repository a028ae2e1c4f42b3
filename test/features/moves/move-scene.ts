/** A trial room and a paid room of English; somebody with three days of check-ins who is about to buy a card. */

import type { GatewayCapabilities, PlatformErrand } from '../../../src/ports/chat-gateway.js';
import type { Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot, type TestPerson } from '../../support/test-bot.js';

export const INVITED = 'invite wx-小林 英语付费1群@chatroom';

type Room = ReturnType<TestBot['room']>;

export interface MoveScene {
  readonly bot: TestBot;
  readonly owner: TestPerson;
  readonly lin: TestPerson;
  readonly trial: Room;
  readonly paid: Room;
  readonly staff: Room;
  /** What the bot did without words, tags left out. */
  done(): readonly string[];
  /** Lives on for so many minutes. */
  minutes(count: number): Promise<void>;
  /** What is owed to Lin is written down in the staff room. */
  buys(card?: string): Promise<string>;
  /** Another process on the same data. */
  another(): Promise<TestBot>;
  /** Where Lin's move stands, as staff read it. */
  flow(): Promise<string>;
  /** Chooses an option of the open to-do. */
  decides(option: string): Promise<string>;
}

export interface MoveSceneOptions {
  readonly capabilities?: Partial<GatewayCapabilities>;
  /** Lines of the owner about rooms, in place of one paid room. */
  readonly paidRooms?: readonly string[];
}

const NOW = '2026-03-04T10:00:00+08:00';
const OWNER = '陈老师';
const ONE_ROOM = ['英语付费1群'];

/** Of each dialect and each set of rooms, the database of a community that was played up to now. */
const played = new WeakMap<Dialect, Map<string, Promise<string>>>();

/** For the first test of a suite, before which the days up to now are played. */
export const PLAYED_FIRST = { timeout: 90_000 } as const;

/** Wednesday, 4 March 2026, 10:00 in Shanghai; Lin checked in on each of the three days. */
export async function startMoveScene(dialect: Dialect, options: MoveSceneOptions = {}): Promise<MoveScene> {
  const { capabilities, paidRooms = ONE_ROOM } = options;
  const url = await dialect.copyOf(await playedScene(dialect, paidRooms));
  const bot = await startTestBot({ dialect, url, now: NOW, ...(capabilities && { capabilities }) });
  const another = () => startTestBot({ dialect, url, now: NOW });
  return { ...sceneOf(bot, bot.person(OWNER)), another };
}

function playedScene(dialect: Dialect, paidRooms: readonly string[]): Promise<string> {
  const known = played.get(dialect) ?? new Map<string, Promise<string>>();
  played.set(dialect, known);
  const name = paidRooms.join();
  const url = known.get(name) ?? play(dialect, paidRooms);
  known.set(name, url);
  return url;
}

async function play(dialect: Dialect, paidRooms: readonly string[]): Promise<string> {
  const url = await dialect.freshUrl();
  const bot = await startTestBot({ dialect, url, now: '2026-03-01T21:00:00+08:00' });
  const { owner, lin, trial, staff } = sceneOf(bot, await bot.owner(OWNER));
  await owner.says('/建群 体验 英语 3月2日', trial);
  await owner.says('/建群 员工', staff);
  for (const topic of paidRooms) {
    const room = bot.room(topic);
    await owner.says('/建群 付费 英语 3月2日', room);
    await bot.bot.receive({ type: 'room.roster', room, people: [owner], at: bot.clock.now() });
  }
  await lin.joins(trial);
  for (const day of ['02', '03', '04']) {
    await bot.passTo(`2026-03-${day}T10:00:00+08:00`);
    await lin.says('打卡 读完了', trial);
  }
  await bot.close();
  return url;
}

function sceneOf(bot: TestBot, owner: TestPerson): Omit<MoveScene, 'another'> {
  const [trial, staff, paid] = ['英语体验群', '员工群', '英语付费1群'].map((topic) => bot.room(topic)) as [
    Room,
    Room,
    Room,
  ];
  const lin = bot.person('小林');
  const shown = (errand: PlatformErrand) =>
    'roomPlatformId' in errand ? [`${errand.do} ${errand.personPlatformId} ${errand.roomPlatformId}`] : [];
  return {
    bot,
    owner,
    lin,
    trial,
    paid,
    staff,
    done: () => bot.gateway.performed.flatMap(shown),
    async minutes(count) {
      await bot.passTo(new Date(bot.clock.now() + count * 60_000).toISOString());
    },
    flow: () => owner.says('/流程 @小林', staff, { mentions: [lin] }),
    async decides(option) {
      const number = /^(\d+)\. /mu.exec(await owner.says('/待办', staff))?.[1] ?? '';
      return owner.says(`/待办 ${number} ${option}`, staff);
    },
    buys: (card = '季卡 199') => owner.says(`/订单 @小林 英语 ${card}`, staff, { mentions: [lin] }),
  };
}
