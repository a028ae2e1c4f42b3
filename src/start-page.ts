/** The page in the browser: the simulator for a simulated WeChat, the state of the connection for a real one. */

import type { Logger } from 'pino';
import type { ClaimDesk } from './claim-desk.js';
import type { Config } from './config.js';
import { startWebServer, type WebServer } from './console/web-server.js';
import { demoCommunity, hasDemoCommunity } from './demo-community.js';
import type { Bot } from './kit/bot.js';
import type { Tenure } from './kit/tenure.js';
import { createTimeMachine } from './kit/time-machine.js';
import type { OpenedGateway } from './open-gateway.js';
import type { Database } from './storage/database.js';

export interface PageParts {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly outside: OpenedGateway;
  readonly bot: Bot;
  readonly claim: ClaimDesk;
  /** Absent where no other process can have the account. */
  readonly tenure: Tenure | undefined;
}

/** Rejects with one sentence when the page may not or cannot listen where it should. */
export function startPage(parts: PageParts): Promise<WebServer> {
  const { config, log, outside, claim, tenure } = parts;
  const { host, port, password } = config.web;
  const simulation = simulationOf(parts);
  return startWebServer({
    host,
    port,
    ...(password !== undefined && { password }),
    clock: outside.clock,
    log,
    connection: () => (tenure?.standsBy ? { state: 'standby' } : outside.gateway.connection()),
    claimCode: () => claim.code(),
    ...(simulation && { simulation }),
  });
}

function simulationOf({ outside: { simulated }, database, bot, claim }: PageParts) {
  if (!simulated) return undefined;
  const { wechat, clock } = simulated;
  const timeMachine = createTimeMachine(bot, clock);
  const claimCode = () => claim.code();
  return {
    wechat,
    timeMachine,
    hasDemo: () => hasDemoCommunity(wechat),
    seedDemo: () => demoCommunity({ database, wechat, timeMachine, claimCode }),
  };
}
