import { describe, expect, test } from 'vitest';
import { desktop, look, phone, useBrowser, widthBeyondWindow } from '../support/simulator-browser.js';
import { enter, go, play } from '../support/simulator-player.js';
import { settle } from '../support/small-community.js';
import { startTestWebServer } from '../support/test-web-server.js';

const open = useBrowser();
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const sizes = [
  { name: 'desktop', size: desktop },
  { name: 'phone', size: phone },
] as const;

describe.each(sizes)('at the size of a $name', ({ name, size }) => {
  test('one says something in a room, with a line break', async () => {
    const web = await startTestWebServer();
    const { chen, room } = await settle(web);
    const page = await open(web.url, { size });
    await enter(page, '早起英语体验群');

    const box = page.getByRole('textbox', { name: '输入消息' });
    await box.fill('大家早');
    await box.press('Shift+Enter');
    await box.pressSequentially('今天周四');
    await box.press('Enter');

    await page.locator('.message.mine .bubble', { hasText: '大家早' }).waitFor();
    expect(web.wechat.messagesAfter(0, 1)).toMatchObject([{ fromId: chen, chatId: room, text: '大家早\n今天周四' }]);
    expect(await box.inputValue()).toBe('');
    await look(page, `${name}-chat`);
  });

  test('one mentions somebody by typing @ and choosing with the arrows', async () => {
    const web = await startTestWebServer();
    const { lin } = await settle(web);
    const page = await open(web.url, { size });
    await enter(page, '早起英语体验群');

    const box = page.getByRole('textbox', { name: '输入消息' });
    await box.pressSequentially('@');
    await page.getByRole('option', { name: '早八助手' }).waitFor();
    await box.press('ArrowDown');
    await look(page, `${name}-mention`);
    await box.press('Enter');
    await box.pressSequentially('加油');
    await box.press('Enter');

    await page.locator('.mine .bubble', { hasText: '加油' }).waitFor();
    expect(web.wechat.messagesAfter(0, 1)).toMatchObject([{ text: '@林小满🌱\u2005加油', mentionIds: [lin] }]);
  });

  test('one sends a picture, and a voice message', async () => {
    const web = await startTestWebServer();
    await settle(web);
    const page = await open(web.url, { size });
    await enter(page, '早起英语体验群');

    await page.getByRole('button', { name: /^更多/ }).click();
    await look(page, `${name}-attach`);
    await page.locator('input[type=file]').setInputFiles({ name: '早餐.png', mimeType: 'image/png', buffer: png });
    const picture = page.getByRole('img', { name: '陈老师发的图片' });
    await picture.waitFor();
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1);

    await page.getByRole('button', { name: /^更多/ }).click();
    await page.getByRole('button', { name: '语音', exact: true }).click();
    await page.locator('.mine .voice').waitFor();
    expect(web.wechat.messagesAfter(0, 2)).toMatchObject([{ kind: 'picture' }, { kind: 'voice', text: '12″' }]);
  });

  test('one plays somebody else, whose private message waits unread', async () => {
    const web = await startTestWebServer();
    const { lin } = await settle(web);
    const page = await open(web.url, { size });
    await page.getByText('早起英语体验群').first().waitFor();
    web.wechat.append({ chatId: lin, text: '欢迎你，小满！' });

    await go(page, '人物');
    await page.getByRole('img', { name: '有新消息' }).waitFor();
    await look(page, `${name}-people`);
    await play(page, '林小满');
    await go(page, '聊天');
    await page.getByText('1 条未读').waitFor();
    await look(page, `${name}-unread`);
    await enter(page, '私聊');

    await page.locator('.bubble', { hasText: '欢迎你，小满！' }).waitFor();
    expect(await page.getByText('1 条未读').count()).toBe(0);
  });

  test('one leaves a room and comes back', async () => {
    const web = await startTestWebServer();
    const { emma, room } = await settle(web);
    const page = await open(web.url, { size });
    await enter(page, '早起英语体验群');
    await go(page, '时间与群');

    await page.getByRole('button', { name: '让「Emma·早起」退群' }).click();
    await page.getByRole('button', { name: '让「Emma·早起」进群' }).waitFor();
    expect(web.wechat.rooms()[0]?.memberIds).not.toContain(emma);
    await look(page, `${name}-room`);
    await page.getByRole('button', { name: '让「Emma·早起」进群' }).click();
    await enter(page, '早起英语体验群');

    await page.locator('.aside', { hasText: '"Emma·早起"加入了群聊' }).waitFor();
    expect(web.wechat.rooms().find(({ id }) => id === room)?.memberIds).toContain(emma);
  });

  test('the clock moves, says so, and cannot be pressed meanwhile', async () => {
    const web = await startTestWebServer();
    await settle(web);
    let arrive = (): void => undefined;
    web.timeMachine.gate = new Promise((resolve) => (arrive = resolve));
    const page = await open(web.url, { size });
    await go(page, '时间与群');
    const clock = page.getByRole('region', { name: '模拟时间' });
    await clock.getByText('08:00', { exact: true }).waitFor();

    await clock.getByRole('button', { name: '下一个 20:00' }).click();
    await clock.getByText('时间正在走…').waitFor();
    expect(await clock.getByRole('button', { name: '明天' }).isDisabled()).toBe(true);
    await look(page, `${name}-clock-moving`);
    arrive();

    await clock.getByText('到了 11月20日 周四 20:00').waitFor();
    for (const label of ['明天', '+10 分钟', '下一个 08:00']) {
      await clock.getByRole('button', { name: label }).click();
      await clock.getByText(/^到了/).waitFor();
    }
    expect(web.timeMachine.moves.slice(1)).toEqual(['to 20:00', 'next day', 'by 600000', 'to 08:00']);
    await clock.getByText('到了 11月22日 周六 08:00').waitFor();
  });

  test('nothing sticks out sideways', async () => {
    const web = await startTestWebServer();
    await settle(web);
    const page = await open(web.url, { size });
    await enter(page, '早起英语体验群');

    expect(await widthBeyondWindow(page)).toBeLessThanOrEqual(0);
  });
});
