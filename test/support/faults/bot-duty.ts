/**
 * One spell of a bot in its judge's process: alone on its data, or one of several that want the same account, of whom the
 * one that holds the lease works while the others stand by.
 */

import type { Logger } from 'pino';
import { openClaimDesk } from '../../../src/claim-desk.js';
import { createBot } from '../../../src/create-bot.js';
import { SIMULATED_PACING } from '../../../src/domain/pacing.js';
import type { Bot } from '../../../src/kit/bot.js';
import { Tenure } from '../../../src/kit/tenure.js';
import { goOnDuty } from '../../../src/on-duty.js';
import { openCommunityDatabase } from '../../../src/open-community-database.js';
import { openWakeUps } from '../../../src/open-wake-ups.js';
import { systemClock } from '../../../src/ports/clock.js';
import type { CodeReader } from '../../../src/ports/code-reader.js';
import type { WakeUps } from '../../../src/ports/wake-ups.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import type { Database, Tx } from '../../../src/storage/database.js';
import { type JudgedGateway, tell } from './judged-gateway.js';
import { SHARED_LEASE_MS, WORKERS_LEASE_MS } from './judged-lease.js';
import { type NoticeDesk, openNoticeDesk } from './notice-desk.js';
import { CLAIM_CODE, type StartOrder } from './protocol.js';
import { SteeredClock } from './steered-clock.js';

const NO_PAUSES = { ...SIMULATED_PACING, minGap: 0, maxGap: 0, gather: 0, burst: 0, welcome: 0 };
/** What its judge's pictures say stands in them as text. */
const PLAIN_CODES: CodeReader = { read: async (bytes) => [new TextDecoder().decode(bytes)], close: async () => {} };
/** Days go by in a second: every hint comes at once, which may be too early. */
const HASTY = { now: () => Infinity };

export interface Spell {
  readonly bot: Bot;
  readonly database: Database;
  readonly clock: SteeredClock;
  readonly desk: NoticeDesk | undefined;
  /** True while it is the one that works. */
  isOnDuty(): boolean;
  /** Resolves when another process has taken the account: end it, and begin a new spell. */
  readonly over: Promise<void>;
  end(): Promise<void>;
}

interface Share {
  readonly lease: Tenure;
  readonly wakeUps: WakeUps<Tx>;
}

export async function beginSpell(order: StartOrder, gateway: JudgedGateway, log: Logger): Promise<Spell> {
  const clock = new SteeredClock(order.now);
  const database = await openCommunityDatabase(order.url, log, clock);
  await openClaimDesk(database, clock, CLAIM_CODE);
  const share = await openShare(database, order, log);
  gateway.logInAs(order.account.self);
  const parts = { accountName: order.account.name, pacing: NO_PAUSES, log, database, gateway, clock };
  const bot = await createBot({ ...parts, codes: PLAIN_CODES, ...share });
  const desk = await openNoticeDesk(bot, clock, log);
  let isOnline = false;
  const work = async (): Promise<() => Promise<void>> => {
    bot.noteConnection(gateway.connection());
    if (!order.steady) bot.sender.start();
    share?.wakeUps.start((wakeUp) => hear(bot, wakeUp));
    await bot.plan();
    isOnline = true;
    tell({ onDuty: true });
    return async () => share?.wakeUps.stop();
  };
  const duty = await goOnDuty(share?.lease, log, work);
  const over = duty.over.then(() => {
    isOnline = false;
    tell({ onDuty: false });
  });
  const end = async (): Promise<void> => {
    isOnline = false;
    await desk?.close();
    await duty.end();
    await bot.stop();
    await share?.lease.end();
    await database.close();
  };
  return { bot, database, clock, desk, isOnDuty: () => isOnline && share?.lease.isHeld() !== false, over, end };
}

/** Undefined for a bot that is alone. */
async function openShare(database: Database, order: StartOrder, log: Logger): Promise<Share | undefined> {
  const { url, hold } = order;
  if (hold === 'alone') return undefined;
  const { id: accountId } = await database.transaction((tx) => findOrAddAccount(tx, order.account.name, 0));
  const common = { database, accountId, log };
  const leased =
    hold === 'shared'
      ? { owner: `judged#${process.pid}`, leaseMs: SHARED_LEASE_MS }
      : { ...hold, leaseMs: WORKERS_LEASE_MS };
  return {
    lease: new Tenure({ ...common, ...leased, clock: systemClock }),
    wakeUps: openWakeUps({ ...common, url, clock: { ...systemClock, ...HASTY } }),
  };
}

function hear(bot: Bot, wakeUp: Parameters<Bot['hear']>[0]): void {
  tell({ woken: true });
  bot.hear(wakeUp);
}
