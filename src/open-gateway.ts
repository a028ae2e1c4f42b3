/** Opens the way to WeChat that the configuration names: the simulated one, or any wechaty puppet. */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from './config.js';
import { firstPeople, notices } from './copy/zh-cn/simulated-wechat.js';
import * as pageCopy from './copy/zh-cn/simulator-page.js';
import type { ChatGateway } from './ports/chat-gateway.js';
import { systemClock, type Clock, type MovableClock } from './ports/clock.js';
import type { SimulatedWeChat } from './ports/simulated-wechat.js';
import { openSimulatedGateway } from './transport/simulated/open-simulated-gateway.js';
import { openSimulatedClock } from './transport/simulated/simulated-clock.js';
import { openSimulatedWeChat } from './transport/simulated/simulated-wechat.js';
import { createWechatyGateway } from './transport/wechaty/wechaty-gateway.js';

export interface OpenedGateway {
  readonly gateway: ChatGateway;
  readonly clock: Clock;
  /** Only for a simulated WeChat. */
  readonly simulated?: { readonly wechat: SimulatedWeChat; readonly clock: MovableClock };
  close(): Promise<void>;
}

export async function openGateway(config: Config, log: Logger): Promise<OpenedGateway> {
  mkdirSync(config.dataDir, { recursive: true });
  return config.simulated ? openSimulated(config, log) : openReal(config, log);
}

async function openSimulated({ dataDir }: Config, log: Logger): Promise<OpenedGateway> {
  const clock = openSimulatedClock(systemClock, join(dataDir, 'simulated-clock'));
  const path = join(dataDir, 'simulated-wechat.json');
  const botName = pageCopy.botName;
  const { wechat, world, close } = await openSimulatedWeChat({ clock, log, notices, botName, path });
  if (wechat.people().every((person) => person.isBot)) firstPeople.forEach((name) => wechat.addPerson(name));
  return { gateway: openSimulatedGateway({ world, clock, log }), clock, simulated: { wechat, clock }, close };
}

async function openReal(config: Config, log: Logger): Promise<OpenedGateway> {
  const { dataDir, puppet, clockAhead } = config;
  const memoryPath = join(dataDir, loginOf(config));
  const clock: Clock = clockAhead === 0 ? systemClock : { ...systemClock, now: () => systemClock.now() + clockAhead };
  const gateway = createWechatyGateway({ puppet: { name: puppet }, clock, log, memoryPath });
  return { gateway, clock, close: async () => {} };
}

/** The bots of a worker share a folder, and each has a login of its own. */
function loginOf({ lease, accountName }: Config): string {
  return lease ? `wechat-login-${encodeURIComponent(accountName)}` : 'wechat-login';
}
