import { request } from 'node:http';
import { expect, test } from 'vitest';
import { startTestWebServer } from '../support/test-web-server.js';

async function statusWithHost(url: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${url}/healthz`, { headers: { host } }, (response) => resolve(response.resume().statusCode))
      .on('error', reject)
      .end();
  });
}

test('the health check says whether the bot is connected', async () => {
  const web = await startTestWebServer({ connection: () => ({ state: 'offline', reason: 'The puppet is gone.' }) });

  const response = await fetch(`${web.url}/healthz`);

  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok', connection: 'offline' });
});

test('the page loads nothing from elsewhere and may not be framed', async () => {
  const web = await startTestWebServer();

  const response = await fetch(web.url);
  const policy = response.headers.get('content-security-policy');
  const page = await response.text();

  expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(page).toContain('<title>早八 · 模拟微信</title>');
  expect(page).not.toMatch(/https?:|<script>| on\w+=/);
});

test('scripts and styles are answered with 304 when the browser has them', async () => {
  const web = await startTestWebServer();
  const first = await fetch(`${web.url}/assets/page.css`);

  const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
  const second = await fetch(`${web.url}/assets/page.css`, { headers });

  expect(first.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(second.status).toBe(304);
});

test.each([
  ['127.0.0.1', 200],
  ['localhost:8080', 200],
  ['[::1]:8080', 200],
  ['zaoba.attacker.example', 403],
  ['127.0.0.1.attacker.example', 403],
])('on this machine alone, a request to the host %s is answered with %i', async (host, status) => {
  const web = await startTestWebServer();

  expect(await statusWithHost(web.url, host)).toBe(status);
});

test('a form on another site cannot send', async () => {
  const web = await startTestWebServer();
  const headers = { 'content-type': 'text/plain', origin: 'https://attacker.example', 'sec-fetch-site': 'cross-site' };

  const response = await fetch(`${web.url}/api/people`, { method: 'POST', headers, body: '{"name":"x"}' });

  expect(response.status).toBe(403);
  expect(web.wechat.people()).toHaveLength(1);
});

test('a page open to others without a password is refused', async () => {
  await expect(startTestWebServer({ host: '0.0.0.0' })).rejects.toThrow(
    'The web page on 0.0.0.0 would be open to others: set a password, or listen on 127.0.0.1.',
  );
});

test('a busy port is explained', async () => {
  const { url } = await startTestWebServer();
  const port = Number(new URL(url).port);

  await expect(startTestWebServer({ port })).rejects.toThrow(
    `Another program uses port ${port} on 127.0.0.1: stop it, or choose another port.`,
  );
});

test('an unexpected fault is logged and told without its details', async () => {
  const errors: string[] = [];
  const web = await startTestWebServer({
    realWeChat: true,
    log: { error: (_detail: object, text: string) => errors.push(text) } as never,
    connection: () => {
      throw new Error('secret');
    },
  });

  const response = await fetch(`${web.url}/healthz`);

  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({ error: '服务出了问题，请看日志后再试。' });
  expect(errors).toEqual(['a web request failed']);
});

test('on a real WeChat the simulation is not there, and the QR code is', async () => {
  const connection = () => ({ state: 'scan', qrCode: 'http://weixin.qq.com/x/abc' }) as const;
  const web = await startTestWebServer({ realWeChat: true, connection });

  const page = await (await fetch(web.url)).text();
  const qr = await fetch(`${web.url}/api/qr.svg`);
  const said = await web.post('/api/people', { name: '林小满' });

  expect(page).toContain('<title>早八 · 运行状态</title>');
  expect(qr.headers.get('content-type')).toContain('image/svg+xml');
  expect(await qr.text()).toContain('<svg');
  expect(said.status).toBe(404);
});
