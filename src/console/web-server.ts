/**
 * The web server: the simulator page for a simulated WeChat, a status page for a real one.
 *
 * It listens to this machine only, unless a password protects it.
 */

import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Connection } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import { isLoopback } from './host-guard.js';
import { type HttpServer, listen } from './http-server.js';
import { LiveFeed } from './live-feed.js';
import { pageAssets } from './page-assets.js';
import { passwordDoor } from './password-door.js';
import { type Simulation, SimulationDesk } from './simulation-desk.js';
import { readSituation } from './situation.js';
import { webApp } from './web-app.js';

export interface WebServerOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly password?: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly connection: () => Connection;
  /** The one-time code by which the first owner claims the bot; absent once claimed. */
  readonly claimCode: () => string | undefined;
  readonly simulation?: Simulation;
}

export interface WebServer {
  /** To open in a browser on this machine. */
  readonly url: string;
  /** Ends open pages too; resolves within two seconds. */
  close(): Promise<void>;
}

/** Rejects with one plain English sentence when it may not or cannot listen. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { host, port } = options;
  requireProtection(options);
  const { fetch, feed } = await composeApp(options);
  const server = createAdaptorServer({ fetch }) as Server;
  try {
    return withFeed(await listen(server, host, port), feed);
  } catch (error) {
    feed.close();
    throw error;
  }
}

async function composeApp(options: WebServerOptions) {
  const { simulation, claimCode, connection, log, clock, host } = options;
  const desk = simulation && new SimulationDesk(simulation, () => feed.wake());
  const situation = () => readSituation({ connection, claimCode, desk });
  const feed: LiveFeed = new LiveFeed({ log, wechat: simulation?.wechat, situation });
  const door = passwordDoor(options.password, () => clock.monotonic());
  const loopbackOnly = isLoopback(host);
  const app = webApp({ loopbackOnly, log, assets: await pageAssets(), door, feed, desk, connection });
  return { fetch: app.fetch, feed };
}

function withFeed(server: HttpServer, feed: LiveFeed): WebServer {
  return {
    url: server.url,
    async close() {
      feed.close();
      await server.close();
    },
  };
}

function requireProtection({ host, password }: WebServerOptions): void {
  if (isLoopback(host) || (password !== undefined && password !== '')) return;
  throw new Error(`The web page on ${host} would be open to others: set a password, or listen on 127.0.0.1.`);
}
