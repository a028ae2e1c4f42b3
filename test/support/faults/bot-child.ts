/** A whole bot in a process of its own, whose WeChat and whose clock are its judge's. */

import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { Bot } from '../../../src/kit/bot.js';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { LeaseLostError } from '../../../src/storage/leases.js';
import { isUnavailable } from '../../../src/storage/retry.js';
import { beginSpell, type Spell } from './bot-duty.js';
import { dieAt, watchDrivers } from './fatal-boundary.js';
import { JudgedGateway, tell } from './judged-gateway.js';
import type { JudgeLine, LoggedLine, Order, StartOrder } from './protocol.js';

const gateway = new JudgedGateway();
const log = pino({ level: 'warn' }, { write: (line: string) => tell({ logged: JSON.parse(line) as LoggedLine }) });
let spell: Spell | undefined;
let stopping = false;
let passing: Promise<unknown> = Promise.resolve();

/** Whoever loses the account begins anew, to stand by; a worker's bot ends. */
async function start(order: StartOrder): Promise<void> {
  const begun = await beginSpell(order, gateway, log);
  spell = begun;
  begun.over.then(
    () => beginAnew(begun, order),
    () => {},
  );
}

async function beginAnew(lost: Spell, order: StartOrder): Promise<void> {
  if (stopping) return;
  spell = undefined;
  await lost.end();
  if (typeof order.hold === 'object') process.exit(0);
  await start({ ...order, now: lost.clock.now() });
}

async function hear(at: Spell, { now, event }: Order & { do: 'hear' }): Promise<number> {
  at.clock.put(now);
  if (!at.isOnDuty()) return 0;
  await at.bot.receive(event);
  return at.isOnDuty() ? 1 : 0;
}

async function notify(at: Spell, { now, notice }: Order & { do: 'notify' }): Promise<number> {
  at.clock.put(now);
  return (await at.desk?.bring(notice)) ?? 0;
}

async function pass(at: Spell, now: number): Promise<number> {
  at.clock.put(now);
  if (!at.isOnDuty()) return 0;
  await at.bot.intake.settle();
  await at.bot.settlePictures();
  await at.bot.plan();
  do {
    gateway.mend(at.bot);
    await drainPatiently(at.bot);
  } while (gateway.isCut);
  return at.isOnDuty() ? 1 : 0;
}

/** The sender's own loop waits for a database that is away; what is drained by hand has to be asked again. */
async function drainPatiently(bot: Bot): Promise<void> {
  for (;;) {
    try {
      await bot.sender.drain();
      return;
    } catch (error) {
      if (error instanceof LeaseLostError) return;
      if (!isUnavailable(error)) throw error;
      await sleep(200);
    }
  }
}

async function obey(order: Order): Promise<number | void> {
  if (order.do === 'start') return start(order);
  if (order.do === 'die') return dieAt(order.at);
  if (order.do === 'weigh') return weigh();
  if (order.do === 'stop') return stop();
  // In the middle of a new start, and of its end, it is nobody's bot.
  if (!spell || stopping) return 0;
  if (order.do === 'hear') return hear(spell, order);
  if (order.do === 'notify') return notify(spell, order);
  if (order.do === 'pass') return (passing = pass(spell, order.now));
  return keepHouse({ ...spell, log });
}

async function stop(): Promise<void> {
  stopping = true;
  await passing.catch(() => {});
  await spell?.end();
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
