import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startScene } from './scene.js';

describeDialects('a preview', (dialect) => {
  test('of the morning is byte for byte what is posted', async () => {
    const { bot, owner, room, staff } = await startScene(dialect);
    const promised = await owner.says('/英语1群 预览 明早', staff);

    expect((await bot.passTo('2026-03-03T08:00:00+08:00'))(room)).toBe(promised);
    expect(promised).toContain('【今日任务】3月3日');
  });

  test('of the evening is byte for byte what is posted', async () => {
    const { bot, owner, room } = await startScene(dialect);
    for (const name of ['小林', '阿陈', '老王']) await bot.person(name).joins(room);
    await bot.passTo('2026-03-03T12:00:00+08:00');
    await bot.person('小林').says('打卡 今天读了三遍，比昨天顺多了', room);
    await bot.passTo('2026-03-03T19:59:00+08:00');
    const promised = await owner.says('/预览 今晚', room);

    expect((await bot.passTo('2026-03-03T20:00:00+08:00'))(room)).toBe(promised);
    expect(promised).toContain('【今日点评】3月3日');
  });

  test('before eight the morning is today', async () => {
    const { bot, owner, room } = await startScene(dialect);
    await bot.passTo('2026-03-03T07:59:00+08:00');
    expect(await owner.says('/预览 明早', room)).toContain('3月3日 周二 · Day 1');

    await bot.passTo('2026-03-03T08:00:00+08:00');

    expect(await owner.says('/预览', room)).toContain('3月4日 周三 · Day 2');
  });

  test('of a day without a post says why', async () => {
    const { owner, room } = await startScene(dialect);

    expect(await owner.says('/预览 今天', room)).toBe('3月2日 周一 不会推送任务：课程还没开始。');
    await owner.says('/暂停 3天', room);
    expect(await owner.says('/预览 明早', room)).toBe('3月3日 周二 不会推送任务：推送已暂停。');
  });

  test('is for staff: a member gets silence', async () => {
    const { bot, room } = await startScene(dialect);

    expect(await bot.person('小林').says('/预览 明早', room)).toBe('');
  });
});
