/** Alerts over real HTTP, to a receiver on this machine that refuses, hangs, fails and then works. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { alertBody, refusalIn } from '../../src/transport/alert/alert-request.js';
import { openWebhookAlerter, type WebhookAlerter } from '../../src/transport/alert/webhook-alerter.js';
import { ManualClock } from '../support/manual-clock.js';
import { quietLog } from '../support/quiet-log.js';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const ALERT = { kind: 'logout', text: '【早八】已停止主动推送' } as const;
const AT = '2026-03-02T00:00:00.000Z';
const SECRET = 'key-0123456789';
const HANGS_MS = 1_000;

const ok: Answer = (_, response) => response.end('ok');
const hang: Answer = () => {};
const broken: Answer = (_, response) => response.writeHead(500).end();
const cut: Answer = (request) => request.socket.destroy();
const elsewhere: Answer = (_, response) => response.writeHead(307, { location: 'http://127.0.0.1:1/' }).end();

const servers: Server[] = [];
const opened: WebhookAlerter[] = [];

afterEach(async () => {
  for (const alerter of opened.splice(0)) await alerter.close();
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** Answers one after the other, the last one for ever. */
async function receiver(...answers: readonly Answer[]) {
  const heard: { readonly body: unknown; readonly at: number; readonly type: string | undefined }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      const answer = answers[Math.min(heard.length, answers.length - 1)];
      heard.push({ body: JSON.parse(text), at: performance.now(), type: request.headers['content-type'] });
      answer?.(request, response);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { heard, url: `http://127.0.0.1:${port}/hook?key=${SECRET}` };
}

/** A receiver that hangs is given up after a second: long enough for the others on a busy machine. */
function alerterTo(url: string, retryAfterMs: readonly number[] = [20, 40, 80]) {
  const log = quietLog();
  const alerter = openWebhookAlerter({
    url,
    account: 'team',
    clock: new ManualClock(),
    log: log.log,
    timeoutMs: HANGS_MS,
    retryAfterMs,
  });
  opened.push(alerter);
  return { alerter, log };
}

test('a receiver that is not known hears all there is, as JSON', async () => {
  const { heard, url } = await receiver(ok);
  const { alerter, log } = alerterTo(url);

  alerter.alert(ALERT);
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(1);

  expect(heard[0]).toMatchObject({
    body: { ...ALERT, account: 'team', at: AT },
    type: 'application/json; charset=utf-8',
  });
  await alerter.close();
  expect(log.lines(30)).toEqual([]);
});

test('cut off, hanging, failing: each is tried again after a growing pause, until it works, once', async () => {
  const { heard, url } = await receiver(cut, hang, broken, ok);
  const { alerter, log } = alerterTo(url);

  alerter.alert(ALERT);
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(4);
  await new Promise((resolve) => setTimeout(resolve, 200));

  expect(heard).toHaveLength(4);
  const [first = 0, second = 0, third = 0, fourth = 0] = heard.map(({ at }) => at);
  expect(second - first).toBeGreaterThanOrEqual(15);
  expect(third - second).toBeGreaterThanOrEqual(HANGS_MS);
  expect(fourth - third).toBeGreaterThanOrEqual(75);
  expect(log.text()).toMatch(/TimeoutError[^]*status 500/u);
});

test('a receiver that is away for good is given up after as many attempts, without a word of its address', async () => {
  const { url } = await receiver(ok);
  const server = servers.pop();
  await new Promise((resolve) => server?.close(resolve));
  const { alerter, log } = alerterTo(url, [5, 5]);

  alerter.alert(ALERT);
  await expect.poll(() => log.lines(50).length, { timeout: 10_000 }).toBe(1);

  expect(log.lines(40).map(({ msg }) => msg)).toEqual([
    ...Array.from({ length: 3 }, () => 'an alert did not get through'),
    'an alert was given up',
  ]);
  expect(log.text()).toContain('ECONNREFUSED');
  expect(log.text()).not.toContain(SECRET);
  expect(log.text()).not.toContain(ALERT.text);
});

test('a receiver that points elsewhere is not followed', async () => {
  const { heard, url } = await receiver(elsewhere);
  const { alerter, log } = alerterTo(url, []);

  alerter.alert(ALERT);
  await expect.poll(() => log.lines(50).length, { timeout: 10_000 }).toBe(1);

  expect(heard).toHaveLength(1);
  expect(log.text()).not.toContain(SECRET);
});

test('alerting returns at once, and keeps the order though the first one hangs', async () => {
  const { heard, url } = await receiver(hang, ok);
  const { alerter } = alerterTo(url);

  const before = performance.now();
  alerter.alert(ALERT);
  alerter.alert({ kind: 'online', text: '恢复' });
  expect(performance.now() - before).toBeLessThan(50);
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(3);

  expect(heard.map(({ body }) => (body as { kind: string }).kind)).toEqual(['logout', 'logout', 'online']);
});

test('closing does not wait for a receiver that hangs, nor for the attempts that were to come', async () => {
  const { heard, url } = await receiver(hang);
  const log = quietLog();
  const alerter = openWebhookAlerter({ url, account: 'team', clock: new ManualClock(), log: log.log });
  alerter.alert(ALERT);
  alerter.alert(ALERT);
  await expect.poll(() => heard.length, { timeout: 10_000 }).toBe(1);

  const before = performance.now();
  await alerter.close();

  expect(performance.now() - before).toBeLessThan(2_000);
});

const SIGNED = { ...ALERT, account: 'team', at: Date.parse(AT) };

test.each([
  ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', { msgtype: 'text', text: { content: ALERT.text } }],
  ['https://oapi.dingtalk.com/robot/send?access_token=1', { msgtype: 'text', text: { content: ALERT.text } }],
  ['https://open.feishu.cn/open-apis/bot/v2/hook/1', { msg_type: 'text', content: { text: ALERT.text } }],
  ['https://example.test/', { ...ALERT, account: 'team', at: AT }],
])('%s is sent what it understands', (url, body) => {
  expect(JSON.parse(alertBody(new URL(url), SIGNED))).toEqual(body);
});

test.each([
  ['https://qyapi.weixin.qq.com/', '{"errcode":0,"errmsg":"ok"}', undefined],
  ['https://qyapi.weixin.qq.com/', '{"errcode":93000,"errmsg":"invalid webhook url"}', 93_000],
  ['https://open.feishu.cn/', '{"code":19024,"msg":"Key Words Not Found"}', 19_024],
  ['https://open.feishu.cn/', '{"StatusCode":0,"StatusMessage":"success"}', undefined],
  ['https://oapi.dingtalk.com/', '{"errcode":310000}', 310_000],
  ['https://oapi.dingtalk.com/', '<html>', undefined],
  ['https://example.test/', '{"code":200}', undefined],
])('of what %s answers, %s means %s', (url, answer, refusal) => {
  expect(refusalIn(new URL(url), answer)).toBe(refusal);
});
