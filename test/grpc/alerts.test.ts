/** A person outside WeChat, told by a process over wechaty's own gRPC: of a logout, and of nothing that only looks like one. */

import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BotProcess } from '../support/bot-process.js';
import { GrpcWeChatProcess } from '../support/grpc-wechat-process.js';

const SECRET = 'key-0123456789';
const TIMEOUT_MS = 120_000;

interface Heard {
  readonly kind: string;
  readonly account: string;
  readonly text: string;
}

/** Fails the first time, as receivers do. */
async function receiver() {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      heard.push(JSON.parse(text) as Heard);
      response.writeHead(heard.length === 1 ? 500 : 200).end();
    });
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { heard, url: `http://127.0.0.1:${port}/?key=${SECRET}` };
}

async function startBot(webhook: string) {
  const home = mkdtempSync(join(tmpdir(), 'zaoba-alerts-'));
  const wechat = await GrpcWeChatProcess.start();
  const bot = new BotProcess(home, {
    ...wechat.environment,
    ZAOBA_PORT: '0',
    ZAOBA_PACING: 'simulated',
    ZAOBA_ALERT_WEBHOOK: webhook,
  });
  onTestFinished(async () => {
    await bot.kill();
    await wechat.stop();
    rmSync(home, { recursive: true, force: true });
  });
  await bot.online();
  return { bot, wechat };
}

const lossesOf = (bot: BotProcess) => bot.logged(40).filter(({ msg }) => msg === 'no connection to WeChat').length;

test('a server that restarts alerts nobody, a logout does, once', { timeout: TIMEOUT_MS }, async () => {
  const { heard, url } = await receiver();
  const { bot, wechat } = await startBot(url);

  await wechat.ask('restart', { downMs: 500 });
  await bot.eventually('the loss is noticed', () => lossesOf(bot) === 1, 30_000);
  await bot.online();
  await wechat.ask('reset', {});
  await bot.eventually('the reset is noticed', () => lossesOf(bot) === 2, 30_000);
  await bot.online();
  expect(heard).toEqual([]);

  await wechat.ask('logout', {});
  await bot.eventually('a person is told, at the second attempt', () => heard.length === 2, 30_000);
  await bot.online();
  await wechat.ask('logout', {});
  await bot.eventually('the second logout is noticed', () => lossesOf(bot) === 4, 30_000);
  await bot.online();

  expect(heard).toHaveLength(2);
  expect(heard[1]).toMatchObject({ kind: 'logout', account: 'wechaty-puppet-service' });
  expect(heard[1]?.text).toContain('微信把账号退出了登录');
  expect(bot.output).not.toContain(SECRET);
  expect(bot.outside()).toEqual([]);
  expect(await bot.stop()).toMatchObject({ code: 0, signal: null });
});
