/** A bot in this process with one room in each of many zones, and a clock that may go wrong. */

import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import { openClaimDesk } from '../../../src/claim-desk.js';
import { createBot } from '../../../src/create-bot.js';
import type { Bot } from '../../../src/kit/bot.js';
import { ClockGuard } from '../../../src/kit/clock-guard.js';
import { openCommunityDatabase } from '../../../src/open-community-database.js';
import type { ChatMessage, ChatRoom } from '../../../src/ports/chat-gateway.js';
import type { Database } from '../../../src/storage/database.js';
import { FakeGateway } from '../fake-gateway.js';
import { NO_PAUSES } from '../kit-bot.js';
import { quietLog } from '../quiet-log.js';
import { readJudgeRecords } from './judge-records.js';
import type { Arrival } from './judge-wechat.js';
import { CLAIM_CODE, SELF } from './protocol.js';
import { SteeredClock } from './steered-clock.js';
import { type JudgedRoom, verdictOn } from './verdict.js';

const LESSONS = 400;

export interface ZonedBot {
  readonly clock: SteeredClock;
  /** Posts that arrived. */
  readonly arrivals: readonly Arrival[];
  /** As the minute's tick does, and then all that may leave leaves. */
  tick(): Promise<void>;
  /** What is wrong with the slots between two instants, in words. */
  faults(from: number, until: number): Promise<string[]>;
}

export async function startZonedBot(url: string, zones: readonly string[], start: number): Promise<ZonedBot> {
  const clock = new SteeredClock(start);
  const { log, lines } = quietLog();
  const database = await openCommunityDatabase(url, log, clock);
  onTestFinished(() => database.close());
  await openClaimDesk(database, clock, CLAIM_CODE);
  const gateway = new FakeGateway(SELF);
  const arrivals: Arrival[] = [];
  gateway.beforeSend = ({ to, text }) => {
    if ('roomPlatformId' in to) arrivals.push({ chat: to.roomPlatformId, text, at: clock.now() });
  };
  const parts = { accountName: 'zoned', pacing: NO_PAUSES, log, database, gateway, clock };
  const bot = await createBot({ ...parts, clockGuard: new ClockGuard() });
  bot.noteConnection(gateway.connection());
  const rooms = zones.map((zone) => ({ zone, topic: zone, platformId: `${zone}@chatroom` }));
  await settleIn(bot, rooms, clock.now());
  arrivals.length = 0;
  return {
    clock,
    arrivals,
    async tick() {
      await bot.plan();
      await bot.sender.drain();
    },
    async faults(from, until) {
      const records = await readJudgeRecords((query) => ask(database, query));
      const ofSlots = { ...records, outbox: records.outbox.filter(({ body }) => body.startsWith('【')) };
      const logged = lines(50).map(({ msg }) => `it logged ${msg}`);
      return [...logged, ...verdictOn({ records: ofSlots, arrivals, rooms, from, until, counted: [] })];
    },
  };
}

async function settleIn(bot: Bot, rooms: readonly JudgedRoom[], now: number): Promise<void> {
  const lessons = Array.from({ length: LESSONS }, (_, index) => `## 第 ${index + 1} 天 第 ${index + 1} 课\n\n读一页。`);
  const say = (text: string, room?: ChatRoom): Promise<void> => bot.receive(spoken(text, now, room));
  await say(`认领 ${CLAIM_CODE}`);
  await say(`/课程 导入 常青\n# 常青\n\n${lessons.join('\n\n')}`);
  for (const { topic, platformId, zone } of rooms) {
    await say('/建群 付费 常青', { topic, platformId });
    await say(`/设置 时区 ${zone}`, { topic, platformId });
  }
  await bot.sender.drain();
}

let serial = 0;

function spoken(text: string, sentAt: number, room: ChatRoom | undefined): ChatMessage {
  const sender = { platformId: 'wx-owner', name: '陈老师' };
  const base = { type: 'message.received', messageId: `zoned-${++serial}`, sentAt, sender, text } as const;
  return { ...base, kind: 'text', mentions: [], mentionsBot: false, ...(room && { room }) };
}

async function ask<Row>(database: Database, query: string): Promise<readonly Row[]> {
  return database.transaction(async (tx) => (await sql.raw<Row>(query).execute(tx)).rows);
}
