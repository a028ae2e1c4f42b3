/**
 * One member's move, from the payment to the record, in a process of its own that dies where it is told to. It is run again
 * after a death, and finds in the database how far it came; what the platform did is in a file that outlives it.
 */

import { appendFileSync, readFileSync } from 'node:fs';
import { pino } from 'pino';
import { createBot } from '../../src/create-bot.js';
import { SIMULATED_PACING } from '../../src/domain/pacing.js';
import { openCommunityDatabase } from '../../src/open-community-database.js';
import type { OutgoingMessage, PlatformErrand } from '../../src/ports/chat-gateway.js';
import type { MovableClock } from '../../src/ports/clock.js';
import { FakeGateway } from './fake-gateway.js';
import { FakePictureShelf } from './fake-picture-shelf.js';
import { boundary, dieAt, watchDrivers } from './faults/fatal-boundary.js';

export interface MoveOrder {
  readonly url: string;
  /** Where a line is written for everything that the platform does. */
  readonly platform: string;
  readonly now: number;
  readonly name: string;
  /** Dies before this await of database or platform. */
  readonly dieAt?: number;
}

const SELF = { platformId: 'wx-bot', name: '机器人' };
const OWNER = { platformId: 'wx-陈老师', name: '陈老师' };
const MINUTE_MS = 60_000;
const order = JSON.parse(process.argv[2] ?? '') as MoveOrder;
const member = { platformId: `wx-${order.name}`, name: order.name };
const [staff, paid] = ['员工群', '英语付费1群'].map((topic) => ({ topic, platformId: `${topic}@chatroom` }));
if (!staff || !paid) throw new Error('There are no rooms.');
const rooms = { staff, paid } as const;

/** What it did is on record the moment that it is done, whatever becomes of the process. */
class RecordedGateway extends FakeGateway {
  override async perform(errand: PlatformErrand): Promise<void> {
    boundary();
    await super.perform(errand);
    record(errand);
    boundary();
  }

  override async send(message: OutgoingMessage): Promise<{ readonly messageId: string }> {
    boundary();
    const sent = await super.send(message);
    record(message);
    boundary();
    return { messageId: `${process.pid}-${sent.messageId}` };
  }
}

function record(what: unknown): void {
  appendFileSync(order.platform, `${JSON.stringify(what)}\n`);
}

function isInvited(): boolean {
  const wanted = JSON.stringify(member.platformId);
  return readFileSync(order.platform, 'utf8')
    .split('\n')
    .some((line) => line.includes('"invite"') && line.includes(wanted));
}

let now = order.now;
const clock: MovableClock = {
  now: () => now,
  monotonic: () => performance.now(),
  moveTo: (instant) => void (now = Math.max(now, instant)),
};
const pacing = { ...SIMULATED_PACING, minGap: 0, maxGap: 0, gather: 0, burst: 0, welcome: 0 };
const log = pino({ level: 'error' }, { write: (line: string) => void process.stderr.write(line) });
const database = await openCommunityDatabase(order.url, log, clock);
const gateway = new RecordedGateway(SELF, { echo: false });
const bot = await createBot({
  accountName: 'test',
  pacing,
  log,
  database,
  gateway,
  clock,
  pictures: new FakePictureShelf(),
});
bot.noteConnection(gateway.connection());
if (order.dieAt !== undefined) {
  watchDrivers();
  dieAt(order.dieAt);
}

async function live(minutes: number): Promise<void> {
  clock.moveTo(now + minutes * MINUTE_MS);
  await bot.intake.settle();
  await bot.plan();
  await bot.sender.drain();
}

/** Delivered again after a death, under the same id. */
async function says(text: string, messageId: string): Promise<void> {
  const message = { type: 'message.received', messageId, sentAt: now, room: rooms.staff, sender: OWNER, text } as const;
  await bot.receive({ ...message, kind: 'text', mentions: [member], mentionsBot: false });
}

await says(`/订单 @${order.name} 英语 季卡 199`, `pays-${order.name}`);
await live(0);
// What is in doubt waits for a person, who looks first whether it was done.
await live(1);
if (!isInvited()) await says(`/流程 @${order.name} 重试`, `again-${order.name}-${process.pid}`);
await live(1);
if (isInvited()) await bot.receive({ type: 'room.joined', room: rooms.paid, people: [member], at: now });
await live(1);
await live(1);
await bot.stop();
await database.close();
