/** Whoever comes back goes on with their trial: no second one, in whatever room, by whatever way they left. */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

const at = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

describeDialects('somebody who comes back to a trial room', (dialect) => {
  async function startScene() {
    const bot = await startTestBot({ dialect, now: '2026-03-02T07:00:00+08:00' });
    const owner = await bot.owner();
    const [first, second, staff] = [bot.room('英语体验1群'), bot.room('英语体验2群'), bot.room('员工群')];
    await owner.says('/建群 员工', staff);
    for (const room of [first, second]) await owner.says('/建群 体验 英语', room);
    await bot.passTo(at(3, '10:00'));
    const lin = bot.person('小林');
    await lin.joins(first);
    await bot.passTo(at(5, '10:00'));
    const tells = (line: string) => owner.says(line, staff);
    const trials = () => bot.database.transaction((tx) => tx.selectFrom('trial').select(['round', 'state']).execute());
    return { bot, first, second, staff, lin, tells, trials };
  }

  test('goes on with the day on which they are, and is not welcomed as new', async () => {
    const { bot, first, lin, trials } = await startScene();
    await lin.leaves(first);
    await bot.passTo(at(6, '10:00'));
    const before = bot.said(first).length;

    await lin.joins(first);
    await bot.passTo(at(6, '10:30'));

    expect(bot.said(first).slice(before).join('\n')).not.toContain('欢迎');
    expect(await lin.says('我的', first)).toContain('体验第 3 天（共 7 天）');
    expect(await trials()).toEqual([{ round: 1, state: 'running' }]);
  });

  test('into another room of the course, is told there that the trial goes on', async () => {
    const { bot, first, second, lin, tells, trials } = await startScene();
    await lin.leaves(first);
    await lin.joins(second);
    await bot.passTo(at(5, '10:30'));

    expect(bot.said(second).join('\n')).toContain('小林 欢迎回来，体验接着上次的算。');
    expect(await lin.says('我的', second)).toContain('体验第 2 天（共 7 天）');
    expect(await trials()).toHaveLength(1);
    expect(await tells('/转化')).toContain('合计：1 → ');
  });

  test('after being seen off begins none by themself: a person decides', async () => {
    const { bot, first, lin, tells, trials } = await startScene();
    await bot.passTo(at(11, '10:00'));
    const code = /确认 (\d{4})/u.exec(await tells('/待办 1 送别'))?.[1] ?? '';
    await tells(`确认 ${code}`);
    await lin.leaves(first);
    await bot.passTo(at(12, '10:00'));

    await lin.joins(first);

    expect(await trials()).toEqual([{ round: 1, state: 'over' }]);
    expect(await tells('/待办')).toContain('小林 又回到「英语体验1群」，3月3日 体验过一次，没有自动重来');
    expect(await lin.says('我的', first)).not.toContain('体验第');
  });

  test('a newcomer is welcomed as one', async () => {
    const { bot, second } = await startScene();
    await bot.person('小周').joins(second);
    await bot.passTo(at(5, '10:30'));

    expect(bot.said(second).join('\n')).toContain('小周');
    expect(bot.said(second).join('\n')).not.toContain('欢迎回来');
  });
});
