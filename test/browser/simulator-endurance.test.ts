import { expect, test } from 'vitest';
import { startCuttableProxy } from '../support/cuttable-proxy.js';
import { desktop, look, phone, useBrowser, widthBeyondWindow } from '../support/simulator-browser.js';
import { settle } from '../support/small-community.js';
import { startTestWebServer } from '../support/test-web-server.js';

const open = useBrowser();

test('a lost connection is told, and what was said meanwhile arrives once, in order', async () => {
  const web = await startTestWebServer();
  const { lin, room } = await settle(web);
  const wire = await startCuttableProxy(web.url);
  const page = await open(wire.url);
  await page.locator('.bubble', { hasText: '打卡成功' }).waitFor();

  wire.cut();
  await page.getByText('连接中断，正在重连…').waitFor();
  await look(page, 'desktop-lost');
  web.wechat.say(lin, room, '断线时一');
  web.wechat.say(lin, room, '断线时二');
  wire.mend();
  await page.locator('.bubble', { hasText: '断线时二' }).waitFor();
  web.wechat.say(lin, room, '重连后');
  await page.locator('.bubble', { hasText: '重连后' }).waitFor();

  const said = await page.locator('.bubble').allInnerTexts();
  expect(said.slice(-3)).toEqual(['断线时一', '断线时二', '重连后']);
  expect(new Set(said).size).toBe(said.length);
  expect(await page.getByText('连接中断，正在重连…').count()).toBe(0);
});

test('what could not be sent comes back into the box', async () => {
  const web = await startTestWebServer();
  await settle(web);
  const wire = await startCuttableProxy(web.url);
  const page = await open(wire.url);
  const box = page.getByRole('textbox', { name: '输入消息' });
  await box.fill('这句话很重要');

  wire.cut();
  await box.press('Enter');

  await page.getByText('没有连上服务，请确认它还在运行。').waitFor();
  expect(await box.inputValue()).toBe('这句话很重要');
});

test('a server that starts anew is followed without a reload', async () => {
  const first = await startTestWebServer();
  await settle(first);
  const page = await open(first.url);
  await page.locator('.bubble', { hasText: '打卡成功' }).waitFor();

  await first.server.close();
  const second = await startTestWebServer({ port: Number(new URL(first.url).port) });
  const lin = second.wechat.addPerson('新来的林');
  second.wechat.append({ chatId: lin.id, text: '这是新的世界' });

  await page.locator('.bubble', { hasText: '这是新的世界' }).waitFor();
  expect(await page.locator('.bubble').count()).toBe(1);
});

test('by keyboard alone one chooses a person and a chat, and speaks', async () => {
  const web = await startTestWebServer();
  const { lin } = await settle(web);
  const page = await open(web.url);
  await page.locator('.bubble').first().waitFor();
  const tabTo = async (name: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((text) => document.activeElement?.textContent?.includes(text), name)) return;
    }
    throw new Error(`Tab never reached ${name}`);
  };

  await tabTo('跳到输入框');
  await look(page, 'desktop-skip-link');
  await tabTo('林小满');
  await page.keyboard.press('Enter');
  await tabTo('共读付费一群');
  await look(page, 'desktop-focus');
  await page.keyboard.press('Space');
  await page.getByRole('heading', { name: '共读付费一群' }).first().waitFor();
  await tabTo('我的');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');

  await page.locator('.mine .bubble', { hasText: '我的' }).waitFor();
  expect(web.wechat.messagesAfter(0, 1)).toMatchObject([{ fromId: lin, chatId: 'r2', text: '我的' }]);
});

test('Enter that ends a composition of an input method sends nothing', async () => {
  const web = await startTestWebServer();
  await settle(web);
  const page = await open(web.url);
  const box = page.getByRole('textbox', { name: '输入消息' });
  await box.focus();
  const typing = await page.context().newCDPSession(page);

  await typing.send('Input.imeSetComposition', { text: 'da ka', selectionStart: 5, selectionEnd: 5 });
  await page.keyboard.press('Enter');
  const before = web.wechat.messagesAfter(0, 1)[0]?.text;
  await typing.send('Input.insertText', { text: '打卡' });
  await page.waitForTimeout(50);
  await page.keyboard.press('Enter');

  await page.locator('.mine .bubble').getByText('打卡', { exact: true }).waitFor();
  expect(before).not.toContain('da ka');
});

test.each([
  { name: 'desktop', size: desktop },
  { name: 'phone', size: phone },
])('500 messages, endless words and turned-around names do not break a $name', async ({ name, size }) => {
  const web = await startTestWebServer();
  const { lin, room, chen } = await settle(web);
  const odd = web.wechat.addPerson(`\u202eevil反转${'长'.repeat(24)}👨‍👩‍👧‍👦`);
  web.wechat.joinRoom(room, odd.id);
  for (let count = 0; count < 500; count++) web.wechat.say(count % 3 === 0 ? chen : lin, room, `第 ${count} 句`);
  web.wechat.say(odd.id, room, `打卡 https://example.com/${'a'.repeat(400)}`);
  const page = await open(web.url, { size });
  if (size === phone) await page.locator('.chats').getByRole('button', { name: '早起英语体验群' }).click();

  const last = page.locator('.bubble', { hasText: 'https://example.com' });
  await last.waitFor();

  expect(await last.evaluate((bubble) => bubble.getBoundingClientRect().bottom < window.innerHeight)).toBe(true);
  expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
  expect(await page.locator('.log').evaluate((log) => log.scrollWidth - log.clientWidth)).toBe(0);
  await look(page, `${name}-odd-names`);

  await page.locator('.log').evaluate((log) => (log.scrollTop = 0));
  await page.getByRole('button', { name: '回到最新' }).waitFor();
  web.wechat.say(lin, room, '读者在看前面');
  await page.getByRole('button', { name: '回到最新' }).click();
  await page.locator('.bubble', { hasText: '读者在看前面' }).waitFor();
});

test('a recalled message loses its words', async () => {
  const web = await startTestWebServer();
  const { lin, room } = await settle(web);
  const page = await open(web.url);
  const said = web.wechat.say(lin, room, '说错了');
  await page.locator('.bubble', { hasText: '说错了' }).waitFor();

  web.wechat.recall(said.id);

  await page.locator('.aside', { hasText: '这条消息已撤回' }).waitFor();
  expect(await page.locator('.bubble', { hasText: '说错了' }).count()).toBe(0);
});

test('dark mode', async () => {
  const web = await startTestWebServer();
  await settle(web);
  const page = await open(web.url, { colorScheme: 'dark', firstVisit: true });
  await page.locator('.bubble').first().waitFor();

  await look(page, 'desktop-dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(14, 16, 18)');
});
