/**
 * The composition: configuration in, a running community out.
 *
 * The page is up before WeChat is, and while another process runs the account.
 */

import { join } from 'node:path';
import type { Logger } from 'pino';
import { openClaimDesk } from './claim-desk.js';
import type { Config } from './config.js';
import { createBot } from './create-bot.js';
import type { AccountId } from './domain/ids.js';
import { CAREFUL_PACING, SIMULATED_PACING } from './domain/pacing.js';
import { TakumiGraphics } from './graphics/takumi-graphics.js';
import type { Bot } from './kit/bot.js';
import { ClockGuard } from './kit/clock-guard.js';
import type { Tenure } from './kit/tenure.js';
import { goOnDuty, openTenure } from './on-duty.js';
import { type OpenedAlerter, openAlerter } from './open-alerter.js';
import { openCommunityDatabase, refuseMixedCommunity } from './open-community-database.js';
import { type OpenedGateway, openGateway } from './open-gateway.js';
import { openPaymentDesk } from './open-payment-desk.js';
import { openWakeUps } from './open-wake-ups.js';
import { openPictureFolder } from './picture-folder.js';
import { systemClock } from './ports/clock.js';
import type { WakeUps } from './ports/wake-ups.js';
import { runBot } from './run-bot.js';
import { startPage } from './start-page.js';
import { findOrAddAccount } from './storage/accounts.js';
import type { Database, Tx } from './storage/database.js';
import { QrCodeReader } from './transport/qr-codes/qr-code-reader.js';

export interface App {
  readonly url: string;
  /** Undefined once the bot has an owner. */
  claimCode(): string | undefined;
  /** Resolves when another process has taken the account: stop, and start anew to stand by. */
  readonly over: Promise<void>;
  /** Ends in order: nothing new comes in, what is on its way is concluded, the database is closed. */
  stop(): Promise<void>;
}

export interface AppOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Shows the QR code, of which this is the text, to whoever can scan it. */
  readonly onScan: (qrCode: string) => void;
}

type Closers = Array<() => Promise<void>>;

/** Rejects with one sentence when the database, the port or the configuration do not allow a start. */
export async function startApp(options: AppOptions): Promise<App> {
  const closers: Closers = [];
  try {
    return await composeApp(options, closers);
  } catch (error) {
    await closeAll(closers);
    throw error;
  }
}

async function composeApp(options: AppOptions, closers: Closers): Promise<App> {
  const { config, log } = options;
  const parts = await openParts(options, closers);
  const { outside, database, tenure } = parts;
  const bot = await createConfiguredBot(options, parts);
  const claim = await openClaimDesk(database, outside.clock, config.claimCode);
  const page = await startPage({ config, log, database, outside, bot, claim, tenure });
  closers.push(
    () => page.close(),
    () => bot.stop(),
  );
  await openDesk(options, bot, closers);
  bot.noteConnection({ state: 'standby' });
  const duty = await goOnDuty(tenure, log, () => runBot({ ...options, ...parts, bot, claim }));
  closers.push(() => duty.end());
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= closeAll(closers));
  return { url: page.url, claimCode: () => claim.code(), over: duty.over, stop };
}

/** Closed before the bot stops. */
async function openDesk({ config, log }: AppOptions, bot: Bot, closers: Closers): Promise<void> {
  if (config.payments === undefined) return;
  const desk = await openPaymentDesk({ config: config.payments, bot, clock: systemClock, log });
  log.info({ url: desk.url }, 'payment notices are taken');
  closers.push(() => desk.close());
}

interface Parts {
  readonly outside: OpenedGateway;
  readonly database: Database;
  readonly alerter: OpenedAlerter;
  readonly tenure: Tenure | undefined;
  readonly wakeUps: WakeUps<Tx>;
}

async function openParts(options: AppOptions, closers: Closers): Promise<Parts> {
  const { config, log } = options;
  const outside = await openGateway(config, log);
  closers.push(() => outside.close());
  const database = await openCommunityDatabase(config.databaseUrl, log, outside.clock);
  closers.push(() => database.close());
  await refuseMixedCommunity(database, config.accountName);
  const alerter = openAlerter(config, log, outside.clock);
  closers.push(() => alerter.close());
  const common = { database, accountId: await readAccountId(database, options, outside), clock: outside.clock, log };
  const tenure = openTenure({ ...common, leased: config.lease });
  closers.push(async () => tenure?.end());
  return { outside, database, alerter, tenure, wakeUps: openWakeUps({ ...common, url: config.databaseUrl }) };
}

async function readAccountId(database: Database, { config }: AppOptions, { clock }: OpenedGateway): Promise<AccountId> {
  const account = await database.transaction((tx) => findOrAddAccount(tx, config.accountName, clock.now()));
  return account.id;
}

function createConfiguredBot(
  { config, log }: AppOptions,
  { outside, database, alerter, tenure, wakeUps }: Parts,
): Promise<Bot> {
  return createBot({
    accountName: config.accountName,
    pacing: config.pacing === 'careful' ? CAREFUL_PACING : SIMULATED_PACING,
    log,
    database,
    gateway: outside.gateway,
    clock: outside.clock,
    pictures: openPictureFolder(join(config.dataDir, 'pictures')),
    graphics: new TakumiGraphics(),
    codes: new QrCodeReader(),
    alerter,
    wakeUps,
    ...(tenure && { lease: tenure }),
    ...(outside.simulated === undefined && { clockGuard: new ClockGuard() }),
  });
}

async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.toReversed()) await close();
}
