import { expect, test } from 'vitest';
import type { Connection } from '../../src/ports/chat-gateway.js';
import { look, phone, useBrowser } from '../support/simulator-browser.js';
import { startTestWebServer } from '../support/test-web-server.js';

const open = useBrowser();

test('the status page follows the bot from the QR code to being online', async () => {
  let connection: Connection = { state: 'scan', qrCode: 'http://weixin.qq.com/x/abcdef' };
  let code: string | undefined = 'K7PM42QX';
  const options = { connection: () => connection, claimCode: () => code };
  const web = await startTestWebServer({ ...options, realWeChat: true });
  const page = await open(web.url, { size: phone });

  const qr = page.getByRole('img', { name: '登录二维码' });
  await qr.waitFor();
  expect(await qr.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth > 0))).toBe(true);
  await page.getByText('认领 K7PM42QX').waitFor();
  await page.getByText('账号风险').waitFor();
  await look(page, 'status-scan');

  connection = { state: 'online', self: { platformId: 'bot', name: '早八助手' } };
  code = undefined;
  await page.getByText('已登录为「早八助手」').waitFor();
  expect(await qr.count()).toBe(0);
  expect(await page.getByText('还没有群主').count()).toBe(0);

  const retryAt = Date.parse('2025-11-20T08:00:00+08:00');
  connection = { state: 'offline', reason: 'The puppet service is unreachable.', retryAt };
  await page.getByText('连接断开，会自动重试').waitFor();
  await look(page, 'status-offline');
});

test('the password door lets in who knows the word', async () => {
  const web = await startTestWebServer({ password: '早起的鸟儿' });
  const page = await open(web.url);
  await look(page, 'door');

  await page.getByLabel('密码').fill('猜一个');
  await page.getByRole('button', { name: '进入' }).click();
  await page.getByText('密码不对，请再试一次。').waitFor();
  await page.getByLabel('密码').fill('早起的鸟儿');
  await page.getByRole('button', { name: '进入' }).click();

  await page.getByRole('heading', { name: '我来扮演' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
});
