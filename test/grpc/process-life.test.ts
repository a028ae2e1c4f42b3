/** How the process starts, lives without WeChat, and ends; told by nothing but its environment. */

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { BotProcess } from '../support/bot-process.js';
import { BotRecords } from '../support/bot-records.js';
import { GrpcWeChatProcess } from '../support/grpc-wechat-process.js';

const root = mkdtempSync(join(tmpdir(), 'zaoba-process-'));
const started: BotProcess[] = [];
let homes = 0;
const TIMEOUT_MS = 120_000;
/** Of a port on which nothing listens. */
const NOWHERE = '127.0.0.1:1';
const SERVICE = {
  WECHATY_PUPPET: 'wechaty-puppet-service',
  WECHATY_PUPPET_SERVICE_TOKEN: 'insecure_nobody',
  WECHATY_PUPPET_SERVICE_ENDPOINT: NOWHERE,
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: 'true',
};

afterAll(async () => {
  for (const bot of started) await bot.kill();
  rmSync(root, { recursive: true, force: true });
});

function newHome(): string {
  homes += 1;
  return join(root, String(homes));
}

/** On data of its own in its home, unless told. */
function launch(environment: Readonly<Record<string, string>>, home = newHome()): BotProcess {
  const bot = new BotProcess(home, { ZAOBA_PORT: '0', ...environment });
  started.push(bot);
  return bot;
}

async function expectPages(bot: BotProcess): Promise<void> {
  const health = await bot.get('/healthz');
  expect(health.status).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok' });
  const page = await bot.get('/');
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<html');
}

async function expectCleanEnd(bot: BotProcess): Promise<void> {
  const { code, signal, tookMs } = await bot.stop();
  expect({ code, signal }, bot.output).toEqual({ code: 0, signal: null });
  expect(tookMs).toBeLessThan(10_000);
}

const lossesOf = (bot: BotProcess) => bot.logged(40).filter(({ msg }) => msg === 'no connection to WeChat');

const UNREACHABLE = [
  [
    'wechat4u without a network',
    { WECHATY_PUPPET: 'wechaty-puppet-wechat4u' },
    'WeChat cannot be reached over the network.',
  ],
  ['a puppet service that is not there', SERVICE, 'The puppet service cannot be reached.'],
  [
    'a puppet that is not installed',
    { WECHATY_PUPPET: 'wechaty-puppet-nowhere' },
    'The puppet package is not installed.',
  ],
] as const;

describe.concurrent('a process', () => {
  test.concurrent.each(UNREACHABLE)(
    '%s: the page serves, the log says so, the pauses grow, memory does not, SIGTERM ends it',
    { timeout: TIMEOUT_MS },
    async (_, environment, reason) => {
      const bot = launch(environment);
      await bot.eventually('it has given up twice', () => lossesOf(bot).length >= 2, 60_000);
      const memory = bot.memoryMb();
      await expectPages(bot);
      await bot.eventually('it has given up four times', () => lossesOf(bot).length >= 4, 60_000);
      await sleep(2_000);

      const losses = lossesOf(bot);
      const pauses = losses.map(({ waitMs }) => Number(waitMs));
      expect(losses.map((line) => line['reason'])).toEqual(losses.map(() => reason));
      expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
      expect(pauses.at(-1)).toBeGreaterThan(6_000);
      expect(bot.memoryMb() - memory).toBeLessThan(60);
      expect(bot.outside().length, 'look-ups').toBeLessThanOrEqual(4 * losses.length);
      expect(await bot.connection()).toBe('offline');
      expect(bot.logged(50)).toEqual([]);
      await expectCleanEnd(bot);
    },
  );

  test.concurrent('SIGTERM while connected, in the middle of a send', { timeout: TIMEOUT_MS }, async () => {
    const wechat = await GrpcWeChatProcess.start();
    try {
      const home = newHome();
      const database = `file:${join(home, 'zaoba.sqlite')}`;
      const bot = launch({ ...wechat.environment, DATABASE_URL: database, ZAOBA_PACING: 'simulated' }, home);
      await bot.online();
      await wechat.ask('mood', { mood: 'hang', count: 1 });
      const { id } = await wechat.ask('addPerson', { name: '林小满' });
      await wechat.ask('say', { personId: id, chatId: id, text: '认领 WRONGCODE' });
      await bot.eventually('it answers', async () => (await wechat.ask('sends', {})).length > 0);
      await expectCleanEnd(bot);

      expect(bot.outside()).toEqual([]);
      expect(await new BotRecords(database).replies()).toMatchObject([{ kind: 'reply', state: 'uncertain' }]);
    } finally {
      await wechat.stop();
    }
  });

  test.concurrent('SIGTERM in the middle of the start', { timeout: TIMEOUT_MS }, async () => {
    const home = newHome();
    const bot = launch(SERVICE, home);
    await bot.eventually('it opens its database', () => existsSync(join(home, 'data', 'zaoba.sqlite')), 60_000);

    await expectCleanEnd(bot);
    expect(bot.logged(50)).toEqual([]);
  });

  test.concurrent('settings that are not right are named all at once', { timeout: TIMEOUT_MS }, async () => {
    const bot = launch({
      DATABASE_URL: 'mysql://somewhere',
      WECHATY_PUPPET: 'a puppet',
      ZAOBA_PORT: '70000',
      ZAOBA_PASSWORD: 'short',
      ZAOBA_CLAIM_CODE: '???',
      ZAOBA_ALERT_WEBHOOK: 'http://somewhere.test/hook?key=hush',
      ZAOBA_CLOCK_AHEAD: '-1',
      ZAOBA_PACING: 'hasty',
      LOG_LEVEL: 'loud',
    });

    expect(await bot.exit).toEqual({ code: 1, signal: null });
    for (const name of [
      'DATABASE_URL',
      'WECHATY_PUPPET',
      'ZAOBA_PORT',
      'ZAOBA_PASSWORD',
      'ZAOBA_CLAIM_CODE',
      'ZAOBA_ALERT_WEBHOOK',
      'ZAOBA_CLOCK_AHEAD',
      'ZAOBA_PACING',
      'LOG_LEVEL',
    ]) {
      expect(bot.output).toMatch(new RegExp(`^ {2}${name}: \\S`, 'm'));
    }
    expect(bot.output, 'no stack').not.toMatch(/^\s+at /m);
    expect(bot.output, 'no secret').not.toMatch(/short|hush/);
  });

  test.concurrent(
    'a second one on the same data does not start, and names the first',
    { timeout: TIMEOUT_MS },
    async () => {
      const home = newHome();
      const first = launch(SERVICE, home);
      await first.url();

      const second = launch(SERVICE, home);

      expect(await second.exit).toEqual({ code: 1, signal: null });
      expect(second.output).toContain(`process ${first.pid}`);
      expect(second.output, 'no stack').not.toMatch(/^\s+at /m);
      await expectPages(first);
      await first.kill();
      const third = launch(SERVICE, home);
      await third.url();
      await expectCleanEnd(third);
    },
  );

  test.concurrent(
    'a port that is taken, a host without a password: one sentence, code 1',
    { timeout: TIMEOUT_MS },
    async () => {
      const first = launch(SERVICE);
      const { port } = new URL(await first.url());

      const taken = launch({ ...SERVICE, ZAOBA_PORT: port });
      const open = launch({ ...SERVICE, ZAOBA_HOST: '0.0.0.0' });

      expect(await taken.exit).toEqual({ code: 1, signal: null });
      expect(await open.exit).toEqual({ code: 1, signal: null });
      expect(taken.output).toContain(port);
      expect(open.output).toContain('set a password');
      for (const { output } of [taken, open]) expect(output, 'no stack').not.toMatch(/^\s+at /m);
      await expectCleanEnd(first);
    },
  );

  test.concurrent(
    'a database server that is not there: one sentence, code 1, no password',
    { timeout: TIMEOUT_MS },
    async () => {
      const away = launch({ ...SERVICE, DATABASE_URL: `postgres://zaoba:hushhush@${NOWHERE}/zaoba` });
      const url = new URL(inject('postgresUrl'));
      url.pathname = '/no_such_database';
      const missing = launch({ ...SERVICE, DATABASE_URL: url.href });

      expect(await away.exit).toEqual({ code: 1, signal: null });
      expect(await missing.exit).toEqual({ code: 1, signal: null });
      expect(away.output).not.toContain('hushhush');
      expect(missing.output).toContain('no_such_database');
      for (const { output } of [away, missing]) expect(output, 'no stack').not.toMatch(/^\s+at /m);
    },
  );
});
