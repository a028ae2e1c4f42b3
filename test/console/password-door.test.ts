import { expect, test } from 'vitest';
import { startTestWebServer, type TestWebServer } from '../support/test-web-server.js';

async function logIn({ url }: TestWebServer, password: string): Promise<Response> {
  const body = new URLSearchParams({ password });
  return fetch(`${url}/login`, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' });
}

function cookieOf(response: Response): string {
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('without the password there is a door, and nothing behind it answers', async () => {
  const web = await startTestWebServer({ password: '早起的鸟儿' });

  const page = await fetch(web.url);
  const events = await fetch(`${web.url}/api/events`);

  expect(page.status).toBe(401);
  expect(await page.text()).toContain('type="password"');
  expect(events.status).toBe(401);
  expect(await events.json()).toEqual({ error: '请先输入密码。' });
});

test('the health check needs no password', async () => {
  const web = await startTestWebServer({ password: '早起的鸟儿' });

  expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
});

test('the right password opens the door', async () => {
  const web = await startTestWebServer({ password: '早起的鸟儿' });

  const entered = await logIn(web, '早起的鸟儿');
  const page = await fetch(web.url, { headers: { cookie: cookieOf(entered) } });

  expect(entered.status).toBe(303);
  expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict/);
  expect(page.status).toBe(200);
});

test('a wrong password is told so', async () => {
  const web = await startTestWebServer({ password: '早起的鸟儿' });

  const refused = await logIn(web, '晚起的鸟儿');

  expect(refused.status).toBe(401);
  expect(await refused.text()).toContain('密码不对，请再试一次。');
  expect(refused.headers.get('set-cookie')).toBeNull();
});

test('a cookie that was tampered with opens nothing', async () => {
  const web = await startTestWebServer({ password: '早起的鸟儿' });
  const cookie = cookieOf(await logIn(web, '早起的鸟儿'));

  const longer = cookie.replace(/=\d+/, (expiry) => `${expiry}0`);
  const page = await fetch(web.url, { headers: { cookie: longer } });

  expect(longer).not.toBe(cookie);
  expect(page.status).toBe(401);
});

test('a cookie of another run of the server opens nothing', async () => {
  const cookie = cookieOf(await logIn(await startTestWebServer({ password: '早起的鸟儿' }), '早起的鸟儿'));
  const web = await startTestWebServer({ password: '早起的鸟儿' });

  expect((await fetch(web.url, { headers: { cookie } })).status).toBe(401);
});

test('the eleventh attempt within a minute waits, even with the right password', async () => {
  let now = 0;
  const clock = { now: () => 0, monotonic: () => now };
  const web = await startTestWebServer({ password: '早起的鸟儿', clock });
  for (let attempt = 0; attempt < 10; attempt++) await logIn(web, `${attempt}`);

  const eleventh = await logIn(web, '早起的鸟儿');
  now += 60_000;
  const later = await logIn(web, '早起的鸟儿');

  expect(eleventh.status).toBe(429);
  expect(await eleventh.text()).toContain('尝试太多次，请一分钟后再试。');
  expect(later.status).toBe(303);
});

test('a session ends after seven days', async () => {
  let now = 0;
  const clock = { now: () => 0, monotonic: () => now };
  const web = await startTestWebServer({ password: '早起的鸟儿', clock });
  const cookie = cookieOf(await logIn(web, '早起的鸟儿'));

  now += 7 * 86_400_000;

  expect((await fetch(web.url, { headers: { cookie } })).status).toBe(401);
});

test('with a password the page may be open to others', async () => {
  const web = await startTestWebServer({ host: '0.0.0.0', password: '早起的鸟儿' });

  expect((await fetch(web.url)).status).toBe(401);
});
