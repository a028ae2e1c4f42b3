/** The whole app in this process, with a picture in its folder: from the course to the bubble on the page. */

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '../../src/app.js';
import { readConfig } from '../../src/config.js';
import { demoPicture } from '../../src/demo-picture.js';
import { quietLog } from '../support/quiet-log.js';
import { look, useBrowser } from '../support/simulator-browser.js';
import { addPerson, enter, makeRoom, moveTime, say } from '../support/simulator-player.js';

const open = useBrowser();

test('the picture of a lesson is in the chat after its words', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-app-'));
  const env = { DATA_DIR: folder, ZAOBA_PORT: '0', ZAOBA_CLAIM_CODE: 'ZAOBA2025', ZAOBA_CLOCK_AHEAD: '0' };
  const app = await startApp({ config: readConfig(env), log: quietLog().log, onScan: () => {} });
  onTestFinished(() => app.stop());
  writeFileSync(join(folder, 'pictures', '第一天.png'), demoPicture(3).bytes);
  const page = await open(app.url);
  await addPerson(page, '许老师');
  await enter(page, '私聊');
  await say(page, '认领 ZAOBA2025');
  await makeRoom(page, '数学群');
  await say(page, '/课程 导入 数学\n# 数学\n## 第 1 天 分数\n打卡 我数到 … 行\n\n图片：第一天.png');
  await say(page, '/建群 体验 数学');

  // Whatever time it is now, the course begins with the next task.
  await moveTime(page, '下一个 08:00');

  const picture = page.locator('.message img.picture');
  await picture.waitFor();
  expect(await picture.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.alt])).toEqual([
    240,
    '早八助手发的图片',
  ]);
  expect(await page.locator('.message').last().locator('img.picture').count()).toBe(1);
  await look(page, 'task-picture');
});
