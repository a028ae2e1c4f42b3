/**
 * The composition: configuration in, a running community out.
 *
 * The page is up before WeChat is. node-cron only wakes the planner and the watch once a minute; what is due is told by the rows.
 */

import { join } from 'node:path';
import { type ScheduledTask, schedule } from 'node-cron';
import type { Logger } from 'pino';
import { type ClaimDesk, openClaimDesk } from './claim-desk.js';
import type { Config } from './config.js';
import { createBot } from './create-bot.js';
import { CAREFUL_PACING, SIMULATED_PACING } from './domain/pacing.js';
import type { Bot } from './kit/bot.js';
import { ClockGuard } from './kit/clock-guard.js';
import { type HousekeepingOptions, keepHouse } from './kit/housekeeping.js';
import { type OpenedAlerter, openAlerter } from './open-alerter.js';
import { openCommunityDatabase, refuseMixedCommunity } from './open-community-database.js';
import { type OpenedGateway, openGateway } from './open-gateway.js';
import { openPictureFolder } from './picture-folder.js';
import { startPage } from './start-page.js';
import type { Database } from './storage/database.js';

export interface App {
  readonly url: string;
  /** Undefined once the bot has an owner. */
  claimCode(): string | undefined;
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
  const outside = await openGateway(config, log);
  closers.push(() => outside.close());
  const database = await openCommunityDatabase(config.databaseUrl, log, outside.clock);
  closers.push(() => database.close());
  await refuseMixedCommunity(database, config.accountName);
  const alerter = openAlerter(config, log, outside.clock);
  closers.push(() => alerter.close());
  const bot = await createConfiguredBot(options, outside, database, alerter);
  const claim = await openClaimDesk(database, outside.clock, config.claimCode);
  const page = await startPage({ config, log, database, outside, bot, claim });
  closers.push(() => page.close());
  closers.push(
    () => bot.stop(),
    () => outside.gateway.stop(),
  );
  await connect(bot, outside, claim, options.onScan);
  const ticks = await startTicking(bot, { database, clock: outside.clock, log });
  closers.push(async () => {
    for (const tick of ticks) await tick.stop();
  });
  return { url: page.url, claimCode: () => claim.code(), stop: () => closeAll(closers) };
}

function createConfiguredBot(
  { config, log }: AppOptions,
  outside: OpenedGateway,
  database: Database,
  alerter: OpenedAlerter,
): Promise<Bot> {
  return createBot({
    accountName: config.accountName,
    pacing: config.pacing === 'careful' ? CAREFUL_PACING : SIMULATED_PACING,
    log,
    database,
    gateway: outside.gateway,
    clock: outside.clock,
    pictures: openPictureFolder(join(config.dataDir, 'pictures')),
    alerter,
    ...(outside.simulated === undefined && { clockGuard: new ClockGuard() }),
  });
}

async function connect(bot: Bot, { gateway }: OpenedGateway, claim: ClaimDesk, onScan: AppOptions['onScan']) {
  bot.sender.start();
  await gateway.start({
    async onEvent(event) {
      await bot.receive(event);
      if (event.type === 'message.received' && event.room === undefined) await claim.look();
    },
    onConnection(connection) {
      if (connection.state === 'scan') onScan(connection.qrCode);
      bot.noteConnection(connection);
    },
  });
}

async function startTicking(bot: Bot, housekeeping: HousekeepingOptions): Promise<ScheduledTask[]> {
  await bot.plan();
  return [
    schedule('* * * * *', () => bot.plan(), { noOverlap: true }),
    schedule('* * * * *', () => bot.watchConnection()),
    schedule('30 3 * * *', () => keepHouse(housekeeping), { noOverlap: true }),
  ];
}

async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.toReversed()) await close();
}
