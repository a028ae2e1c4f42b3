/** The real web server on a free port, over fakes. A logged error fails the test. */

import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { startWebServer, type WebServer, type WebServerOptions } from '../../src/console/web-server.js';
import { FakeSimulatedWeChat } from './fake-simulated-wechat.js';
import { FakeTimeMachine } from './fake-time-machine.js';

export interface TestWebServer {
  readonly server: WebServer;
  readonly url: string;
  readonly wechat: FakeSimulatedWeChat;
  readonly timeMachine: FakeTimeMachine;
  readonly errors: string[];
  seeds(): number;
  post(path: string, json: unknown): Promise<Response>;
}

export interface TestWebServerOptions extends Partial<WebServerOptions> {
  /** Without a simulation, as beside a real account. */
  readonly realWeChat?: boolean;
}

export async function startTestWebServer(given: TestWebServerOptions = {}): Promise<TestWebServer> {
  const { realWeChat = false, ...options } = given;
  const timeMachine = new FakeTimeMachine();
  const wechat = new FakeSimulatedWeChat(() => timeMachine.now());
  const errors: string[] = [];
  let seeds = 0;
  const seedDemo = async (): Promise<void> => void (seeds += 1);
  const server = await startWebServer({
    host: '127.0.0.1',
    port: 0,
    clock: { now: () => timeMachine.now(), monotonic: () => performance.now() },
    log: pino({ level: 'error' }, { write: (line) => void errors.push(line) }),
    connection: () => ({ state: 'online', self: { platformId: 'bot', name: '早八助手' } }),
    claimCode: () => 'K7PM42QX',
    ...(!realWeChat && { simulation: { wechat, timeMachine, hasDemo: () => seeds > 0, seedDemo } }),
    ...options,
  });
  onTestFinished(async () => {
    await server.close();
    if (errors.length > 0) throw new Error(`The web server logged: ${errors.join('\n')}`);
  });
  const post = async (path: string, json: unknown): Promise<Response> =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof json === 'string' ? json : JSON.stringify(json),
    });
  return { server, url: server.url, wechat, timeMachine, errors, seeds: () => seeds, post };
}
