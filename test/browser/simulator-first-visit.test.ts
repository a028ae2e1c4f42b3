import { describe, expect, test } from 'vitest';
import { desktop, look, phone, useBrowser } from '../support/simulator-browser.js';
import { settle } from '../support/small-community.js';
import { startTestWebServer } from '../support/test-web-server.js';

const open = useBrowser();
const sizes = [
  { name: 'desktop', size: desktop },
  { name: 'phone', size: phone },
] as const;

describe.each(sizes)('at the size of a $name', ({ name, size }) => {
  test('the first visit explains itself, and the claim is one click away', async () => {
    const web = await startTestWebServer();
    const { chen } = await settle(web);
    const page = await open(web.url, { size, firstVisit: true });
    const guide = page.getByRole('region', { name: '三分钟试一遍' });
    await guide.getByText('K7PM42QX').waitFor();
    await look(page, `${name}-guide`);

    await guide.getByRole('button', { name: '认领' }).click();

    await page.locator('.mine .bubble', { hasText: '认领 K7PM42QX' }).waitFor();
    expect(web.wechat.messagesAfter(0, 1)).toMatchObject([{ fromId: chen, chatId: chen, text: '认领 K7PM42QX' }]);
  });

  test('a closed guide stays closed on the next visit, and opens again by its button', async () => {
    const web = await startTestWebServer();
    await settle(web);
    const page = await open(web.url, { size, firstVisit: true });
    const guide = page.getByRole('region', { name: '三分钟试一遍' });
    await guide.getByRole('button', { name: '关闭' }).click();

    await page.reload();
    await page.getByRole('button', { name: '怎么玩' }).waitFor();
    expect(await guide.count()).toBe(0);
    await page.getByRole('button', { name: '怎么玩' }).click();

    await guide.waitFor();
  });

  test('an empty world can be filled: a person, a room, the demo', async () => {
    const web = await startTestWebServer();
    const page = await open(web.url, { size });
    const onPhone = size === phone;
    await page.getByRole('button', { name: '怎么玩' }).waitFor();
    await look(page, `${name}-empty`);

    if (onPhone) await page.getByRole('navigation').getByRole('button', { name: '人物' }).click();
    await page.locator('.people').getByRole('button', { name: '添加人物' }).click();
    await page.getByRole('dialog').getByLabel('名字').fill('林小满');
    await page.keyboard.press('Enter');
    await page.locator('.people').getByText('扮演中').waitFor();
    if (onPhone) await page.getByRole('button', { name: '聊天', exact: true }).click();
    await page.getByRole('button', { name: '新建群' }).click();
    await look(page, `${name}-new-room`);
    await page.getByRole('dialog').getByLabel('群名').fill('晨读群');
    await page.getByRole('button', { name: '建群', exact: true }).click();
    await page.getByRole('heading', { name: '晨读群' }).first().waitFor();
    expect(web.wechat.rooms()).toMatchObject([{ topic: '晨读群', memberIds: ['bot', 'p1'] }]);

    await page.getByRole('button', { name: '怎么玩' }).click();
    const demo = page.getByRole('region', { name: '三分钟试一遍' }).getByRole('button', { name: '一键演示数据' });
    await demo.click();
    await page.getByRole('button', { name: '演示数据已载入' }).first().waitFor();
    expect(web.seeds()).toBe(1);
  });
});

test('a refused name is explained and the dialog stays', async () => {
  const web = await startTestWebServer();
  const { chen } = await settle(web);
  const page = await open(web.url);
  await page.getByRole('button', { name: '给「陈老师」改名' }).click();

  await page.getByLabel('名字').fill('   ');
  await page.getByRole('button', { name: '确定' }).click();
  await page.getByText('名字要 1 到 40 个字。').waitFor();
  await page.getByLabel('名字').fill('陈校长');
  await page.getByRole('button', { name: '确定' }).click();

  await page.locator('.people').getByText('陈校长').waitFor();
  expect(web.wechat.people().find(({ id }) => id === chen)?.name).toBe('陈校长');
});
