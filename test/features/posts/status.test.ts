import { expect, test } from 'vitest';
import { SendError } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { startScene } from './scene.js';

describeDialects('the status', (dialect) => {
  test('tells what left, what comes next in local time, and what is paused', async () => {
    const { bot, owner, room, staff } = await startScene(dialect);
    const other = bot.room('唐诗群');
    await owner.says('/建群 付费 唐诗', other);
    await owner.says('/暂停 2天', other);

    expect((await owner.says('/状态', staff)).split('\n')).toEqual([
      expect.stringMatching(/^今天已发 \d+ 条，排队 0 条$/u),
      '暂停中：',
      '「唐诗群」到 3月3日',
      '接下来：',
      '3月2日 周一 20:00「英语1群」点评',
      '3月2日 周一 20:00「唐诗群」点评',
      '3月2日 周一 21:00「员工群」明早预告',
      '3月3日 周二 08:00「英语1群」任务',
      '3月3日 周二 08:00「唐诗群」任务',
    ]);
    expect(await bot.person('小林').says('/状态', room)).toBe('');
  });

  test('lists what did not appear today, with the way to send it', async () => {
    const { owner, staff, wakesAt } = await startScene(dialect);
    await wakesAt('2026-03-03T13:00:00+08:00');

    const text = await owner.says('/状态', staff);

    expect(text).toContain('今天没有推送：\n「英语1群」任务：当时没有运行，错过了时间');
    expect(text).toContain('要补发就发送：/英语1群 补发 任务');
  });

  test('names of what may have arrived the posts first, then the latest', async () => {
    const { bot, owner, room, staff, rows } = await startScene(dialect);
    const lin = bot.person('小林');
    let cut = true;
    bot.gateway.beforeSend = ({ to }) => {
      const isHere = 'roomPlatformId' in to && to.roomPlatformId === room.platformId;
      if (isHere && cut) throw new SendError('unknown', 'other', 'no answer');
    };
    await lin.says('排行榜', room);
    await bot.passTo('2026-03-03T08:00:00+08:00');
    await lin.says('我的', room);
    cut = false;
    const [post] = (await rows()).filter(({ kind, state }) => kind === 'task' && state === 'uncertain');

    const lines = (await owner.says('/状态', staff)).split('\n');

    const uncertain = lines.slice(lines.indexOf('不确定是否发出：') + 1, lines.indexOf('接下来：'));
    const numbers = uncertain.map((line) => Number(/编号 (\d+)/.exec(line)?.[1]));
    expect(numbers[0]).toBe(post?.id);
    expect(numbers.slice(1)).toEqual(numbers.slice(1).toSorted((a, b) => b - a));
    expect(numbers.length).toBeGreaterThan(2);
  });
});
