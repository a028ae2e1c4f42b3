/** The whole app in this process: graphics as members see them in the chat, on a phone. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { quietLog } from '../support/quiet-log.js';
import { look, phone, useBrowser, widthBeyondWindow } from '../support/simulator-browser.js';
import { addPerson, askForPicture, enter, makeRoom, play, say } from '../support/simulator-player.js';

const open = useBrowser();

test('graphics are pictures in the chat, as wide as they were rendered', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-app-'));
  const env = { DATA_DIR: folder, ZAOBA_PORT: '0', ZAOBA_CLAIM_CODE: 'ZAOBA2025', ZAOBA_CLOCK_AHEAD: '0' };
  const { log, lines } = quietLog();
  const app = await startApp({ config: readConfig(env), log, onScan: () => {} });
  onTestFinished(() => app.stop());
  const page = await open(app.url);
  await addPerson(page, '许老师');
  await enter(page, '私聊');
  await say(page, '认领 ZAOBA2025');
  await addPerson(page, '骉龘👨‍👩‍👧‍👦');
  await makeRoom(page, '早起英语群');
  await play(page, '许老师');
  await enter(page, '早起英语群');
  await say(page, '/建群 体验 英语');
  await play(page, '骉龘👨‍👩‍👧‍👦');
  await enter(page, '早起英语群');
  await say(page, '打卡 读了三页');

  for (const [line, name] of [
    ['排行榜', 'board'],
    ['打卡日历', 'calendar'],
    ['日签', 'day'],
  ] as const) {
    expect((await askForPicture(page, line)).width).toBe(750);
    await look(page, `graphic-${name}`);
  }
  await play(page, '许老师');
  await enter(page, '早起英语群');
  expect((await askForPicture(page, '/周报')).width).toBe(750);

  await page.setViewportSize(phone);
  await enter(page, '早起英语群');
  await look(page, 'graphic-on-phone');
  expect(await widthBeyondWindow(page)).toBe(0);
  expect(lines(40).map(({ msg }) => msg)).toEqual([]);
});
