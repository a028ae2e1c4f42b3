/** Plays people on the simulator page as a visitor does: by clicking and typing, at any width. */

import type { Locator, Page } from 'playwright-core';
import { phone } from './simulator-browser.js';

export type Tab = '聊天' | '人物' | '时间与群';

/** Of the simulated bot. */
const BOT = '早八助手';

export interface Answer {
  readonly text: string;
  /** From the key that sent the line to the bubble on the page, in milliseconds. */
  readonly tookMs: number;
}

/** On a phone the parts of the page are tabs. */
export async function go(page: Page, tab: Tab): Promise<void> {
  if (page.viewportSize()?.width !== phone.width) return;
  const back = page.getByRole('button', { name: '返回聊天列表' });
  if (await back.isVisible()) await back.click();
  await page.getByRole('navigation').getByRole('button', { name: tab }).click();
}

export async function play(page: Page, name: string): Promise<void> {
  await go(page, '人物');
  await page.locator('.people').getByRole('button', { name }).first().click();
  await page.locator('.people .row', { hasText: '扮演中' }).getByText(name).waitFor();
}

/** By a room's topic; the private chat is called 私聊. */
export async function enter(page: Page, chat: string): Promise<void> {
  await go(page, '聊天');
  const title = page.locator('.chat-title', { hasText: chat });
  await page.locator('.chats').getByRole('button').filter({ has: title }).click();
  const topic = chat === '私聊' ? BOT : chat;
  await page.locator('.chat-heading').getByText(topic, { exact: true }).waitFor();
}

/** And plays them from then on, as the page does. */
export async function addPerson(page: Page, name: string): Promise<void> {
  await go(page, '人物');
  await page.locator('.people').getByRole('button', { name: '添加人物' }).click();
  await page.getByRole('dialog').getByLabel('名字').fill(name);
  await page.keyboard.press('Enter');
  await page.locator('.people').getByText(name, { exact: true }).waitFor();
}

/** Everybody is chosen already; `without` are left out. */
export async function makeRoom(page: Page, topic: string, without: readonly string[] = []): Promise<void> {
  await go(page, '聊天');
  await page.locator('.chats').getByRole('button', { name: '新建群' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('群名').fill(topic);
  for (const name of without) await dialog.getByLabel(name).uncheck();
  await dialog.getByRole('button', { name: '建群', exact: true }).click();
  await page.locator('.chat-heading').getByText(topic, { exact: true }).waitFor();
}

/** What the bot has said in the opened chat. */
export function botBubbles(page: Page): Locator {
  return page.locator('.message', { has: page.locator('.author', { hasText: BOT }) }).locator('.bubble');
}

/** In the opened chat; answered by the next thing that the bot says there. */
export function say(page: Page, line: string): Promise<Answer> {
  return answerAfter(page, async () => {
    const box = page.getByRole('textbox', { name: '输入消息' });
    await box.fill(line);
    await box.press('Enter');
  });
}

export async function answerAfter(page: Page, act: () => Promise<void>): Promise<Answer> {
  const said = await botBubbles(page).count();
  const began = performance.now();
  await act();
  const bubble = botBubbles(page).nth(said);
  await bubble.waitFor();
  return { tookMs: performance.now() - began, text: await bubble.innerText() };
}

/** In the opened chat; answered by the next picture that the bot sends there: its size in pixels. */
export async function askForPicture(
  page: Page,
  line: string,
): Promise<{ readonly width: number; readonly height: number }> {
  const pictures = page.locator('.message img.picture');
  const sent = await pictures.count();
  const box = page.getByRole('textbox', { name: '输入消息' });
  await box.fill(line);
  await box.press('Enter');
  const picture = pictures.nth(sent);
  await picture.waitFor();
  return picture.evaluate(async (image: HTMLImageElement) => {
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  });
}

/** Answers with the moment that was reached, as the page tells it. */
export async function moveTime(page: Page, label: string): Promise<string> {
  await go(page, '时间与群');
  const clock = page.getByRole('region', { name: '模拟时间' });
  await clock.getByRole('button', { name: label }).click();
  const arrived = clock.getByText(/^到了/u);
  await arrived.waitFor();
  return arrived.innerText();
}
