/** A whole bot in a process of its own, whose WeChat and whose clock are its judge's. */

import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { openClaimDesk } from '../../../src/claim-desk.js';
import { createBot } from '../../../src/create-bot.js';
import { SIMULATED_PACING } from '../../../src/domain/pacing.js';
import type { Bot } from '../../../src/kit/bot.js';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { openCommunityDatabase } from '../../../src/open-community-database.js';
import type { Database } from '../../../src/storage/database.js';
import { isUnavailable } from '../../../src/storage/retry.js';
import { dieAt, watchDrivers } from './fatal-boundary.js';
import { JudgedGateway, tell } from './judged-gateway.js';
import { CLAIM_CODE, type JudgeLine, type LoggedLine, type Order } from './protocol.js';
import { SteeredClock } from './steered-clock.js';

const NO_PAUSES = { ...SIMULATED_PACING, minGap: 0, maxGap: 0, gather: 0, burst: 0, welcome: 0 };

const gateway = new JudgedGateway();
const log = pino({ level: 'warn' }, { write: (line: string) => tell({ logged: JSON.parse(line) as LoggedLine }) });

interface Life {
  readonly bot: Bot;
  readonly database: Database;
  readonly clock: SteeredClock;
}
let life: Life | undefined;

async function start({ url, now, steady }: Order & { do: 'start' }): Promise<Life> {
  const clock = new SteeredClock(now);
  const database = await openCommunityDatabase(url, log, clock);
  await openClaimDesk(database, clock, CLAIM_CODE);
  const bot = await createBot({ accountName: 'judged', pacing: NO_PAUSES, log, database, gateway, clock });
  bot.noteConnection(gateway.connection());
  if (!steady) bot.sender.start();
  await bot.plan();
  return { bot, database, clock };
}

async function stop({ bot, database }: Life): Promise<void> {
  await bot.stop();
  await database.close();
}

async function hear({ bot, clock }: Life, { now, event }: Order & { do: 'hear' }): Promise<void> {
  clock.put(now);
  await bot.receive(event);
}

async function pass({ bot, clock }: Life, now: number): Promise<void> {
  clock.put(now);
  await bot.intake.settle();
  await bot.plan();
  do {
    gateway.mend(bot);
    await drainPatiently(bot);
  } while (gateway.isCut);
}

/** The sender's own loop waits for a database that is away; what is drained by hand has to be asked again. */
async function drainPatiently(bot: Bot): Promise<void> {
  for (;;) {
    try {
      return await bot.sender.drain();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      await sleep(200);
    }
  }
}

async function obey(order: Order): Promise<number | void> {
  if (order.do === 'start') return void (life = await start(order));
  if (!life) throw new Error('It has not been started.');
  if (order.do === 'hear') return hear(life, order);
  if (order.do === 'pass') return pass(life, order.now);
  if (order.do === 'die') return dieAt(order.at);
  if (order.do === 'keep-house') return keepHouse({ ...life, log });
  if (order.do === 'weigh') return weigh();
  return stop(life);
}

function weigh(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}

process.on('message', (line: JudgeLine) => {
  if ('send' in line) return gateway.answer(line.send, line.messageId);
  const { order, what } = line;
  obey(what).then(
    (value) => tell({ done: order, ...(typeof value === 'number' && { value }) }),
    (error: unknown) => tell({ failed: order, reason: String(error) }),
  );
});
process.on('disconnect', () => process.exit(0));
watchDrivers();
