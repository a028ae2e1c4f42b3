/** The parts of the app behind the simulator's page, without the page: a bot in a simulated WeChat, and a time machine. */

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { openClaimDesk } from '../../src/claim-desk.js';
import { notices } from '../../src/copy/zh-cn/simulated-wechat.js';
import { createBot } from '../../src/create-bot.js';
import type { DemoParts } from '../../src/demo-community.js';
import { SIMULATED_PACING } from '../../src/domain/pacing.js';
import type { Bot } from '../../src/kit/bot.js';
import { createTimeMachine } from '../../src/kit/time-machine.js';
import { openCommunityDatabase } from '../../src/open-community-database.js';
import { systemClock } from '../../src/ports/clock.js';
import { openSimulatedGateway } from '../../src/transport/simulated/open-simulated-gateway.js';
import { openSimulatedClock } from '../../src/transport/simulated/simulated-clock.js';
import { openSimulatedWeChat } from '../../src/transport/simulated/simulated-wechat.js';
import { type QuietLog, quietLog } from './quiet-log.js';

export interface SimulatedCommunity extends DemoParts {
  readonly log: QuietLog;
  readonly bot: Bot;
  readonly claimCode: () => string | undefined;
  /** Everything said in a room, one line a message: `name: text`. */
  transcript(topic: string): string[];
  stop(): Promise<void>;
}

/** Connects the bot; the clock starts at `now` and runs. */
export async function openSimulatedCommunity(url: string, now: string): Promise<SimulatedCommunity> {
  const began = systemClock.monotonic();
  const wall = () => Math.floor(Date.parse(now) + systemClock.monotonic() - began);
  const clock = openSimulatedClock({ now: wall, monotonic: () => systemClock.monotonic() });
  const quiet = quietLog();
  const { log } = quiet;
  const { wechat, world, close } = await openSimulatedWeChat({ clock, log, notices, botName: '早八助手' });
  const gateway = openSimulatedGateway({ world, clock, log });
  const database = await openCommunityDatabase(url, log, clock);
  const accountName = randomUUID();
  const bot = await createBot({ accountName, pacing: SIMULATED_PACING, log, database, gateway, clock });
  const claim = await openClaimDesk(database, clock, undefined);
  bot.sender.start();
  await gateway.start({
    async onEvent(event) {
      await bot.receive(event);
      await claim.look();
    },
    onConnection: (connection) => bot.noteConnection(connection),
  });
  const isNoted = () =>
    database.transaction(
      async (tx) => (await tx.selectFrom('account').select('bot_name').executeTakeFirst())?.bot_name,
    );
  while (!(await isNoted())) await sleep(10);

  return {
    database,
    wechat,
    bot,
    timeMachine: createTimeMachine(bot, clock),
    claimCode: () => claim.code(),
    log: quiet,
    transcript(topic) {
      const room = wechat.rooms().find((one) => one.topic === topic);
      const names = new Map(wechat.people().map(({ id, name }) => [id, name]));
      const messages = wechat.messagesAfter(0, 5_000).filter(({ chatId }) => chatId === room?.id);
      return messages.map(({ fromId, kind, text }) => `${names.get(fromId)}: ${text || `<${kind}>`}`);
    },
    async stop() {
      await bot.stop();
      await gateway.stop();
      await database.close();
      await close();
    },
  };
}
