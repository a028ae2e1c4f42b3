/**
 * The composition: configuration in, a running community out.
 *
 * The page is up before WeChat is. node-cron only wakes the planner once a minute; what is due is told by the rows.
 */

import { type ScheduledTask, schedule } from 'node-cron';
import type { Logger } from 'pino';
import { type ClaimDesk, openClaimDesk } from './claim-desk.js';
import type { Config } from './config.js';
import { startWebServer, type WebServer } from './console/web-server.js';
import { createBot } from './create-bot.js';
import { demoCommunity } from './demo-community.js';
import { CAREFUL_PACING, SIMULATED_PACING } from './domain/pacing.js';
import type { Bot } from './kit/bot.js';
import { createTimeMachine } from './kit/time-machine.js';
import { openCommunityDatabase } from './open-community-database.js';
import { type OpenedGateway, openGateway } from './open-gateway.js';
import type { Database } from './storage/database.js';

export interface App {
  readonly url: string;
  /** Undefined once the bot has an owner. */
  claimCode(): string | undefined;
  /** Ends in order: nothing new comes in, what is on its way is concluded, the database is closed. */
  stop(): Promise<void>;
}

/** Rejects with one sentence when the database, the port or the configuration do not allow a start. */
export async function startApp(config: Config, log: Logger): Promise<App> {
  const opened: Array<() => Promise<void>> = [];
  try {
    return await composeApp(config, log, opened);
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

async function composeApp(config: Config, log: Logger, opened: Array<() => Promise<void>>): Promise<App> {
  const outside = await openGateway(config, log);
  opened.push(() => outside.close());
  const database = await openCommunityDatabase(config.databaseUrl, log, outside.clock);
  opened.push(() => database.close());
  const bot = await createBot({
    accountName: config.accountName,
    pacing: config.pacing === 'careful' ? CAREFUL_PACING : SIMULATED_PACING,
    log,
    database,
    gateway: outside.gateway,
    clock: outside.clock,
  });
  const claim = await openClaimDesk(database, outside.clock, config.claimCode);
  const web = await startPage({ config, log, database, outside, bot, claim });
  opened.push(() => web.close());
  await connect(bot, outside, claim);
  opened.push(
    () => bot.stop(),
    () => outside.gateway.stop(),
  );
  const ticks = startTicking(bot);
  opened.push(async () => ticks.stop());
  return { url: web.url, claimCode: () => claim.code(), stop: () => closeAll(opened) };
}

interface Parts {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly outside: OpenedGateway;
  readonly bot: Bot;
  readonly claim: ClaimDesk;
}

function startPage({ config, log, database, outside, bot, claim }: Parts): Promise<WebServer> {
  const { simulated, gateway, clock } = outside;
  const timeMachine = simulated && createTimeMachine(bot, simulated.clock);
  const simulation = simulated &&
    timeMachine && {
      wechat: simulated.wechat,
      timeMachine,
      seedDemo: () =>
        demoCommunity({ database, wechat: simulated.wechat, timeMachine, bot, claimCode: () => claim.code() }),
    };
  return startWebServer({
    host: config.web.host,
    port: config.web.port,
    ...(config.web.password !== undefined && { password: config.web.password }),
    clock,
    log,
    connection: () => gateway.connection(),
    claimCode: () => claim.code(),
    ...(simulation && { simulation }),
  });
}

async function connect(bot: Bot, { gateway }: OpenedGateway, claim: ClaimDesk): Promise<void> {
  bot.sender.start();
  await gateway.start({
    async onEvent(event) {
      await bot.receive(event);
      if (event.type === 'message.received' && event.room === undefined) await claim.look();
    },
    onConnection: (connection) => void bot.noteConnection(connection),
  });
}

function startTicking(bot: Bot): ScheduledTask {
  void bot.plan();
  return schedule('* * * * *', () => bot.plan(), { noOverlap: true });
}

async function closeAll(opened: Array<() => Promise<void>>): Promise<void> {
  for (const close of opened.toReversed()) await close();
}
