import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createBot } from '../../../src/create-bot.js';
import { SIMULATED_PACING } from '../../../src/domain/pacing.js';
import { stepThroughTime } from '../../../src/kit/step-through-time.js';
import { describeDialects } from '../../support/dialects.js';
import { startScene } from './scene.js';

describeDialects('the task', (dialect) => {
  test('comes at eight with its day, its lesson and one action last', async () => {
    const { bot, room } = await startScene(dialect);

    const heard = await bot.passTo('2026-03-04T08:00:00+08:00');

    expect(heard(room)).toContain('【今日任务】3月3日 周二 · Day 1\n三句话，把自己介绍出去\n');
    const second = bot.said(room).at(-1) ?? '';
    expect(second.split('\n')[0]).toBe('【今日任务】3月4日 周三 · Day 2');
    expect(second).toContain('\n作业：把第 1 天的三句录成语音');
    expect(second.split('\n').at(-1)).toBe('打卡 th 我练了 ___ 遍，最拗口的词：___');
  });

  test('fills in what the room knows, and gives way to fallbacks where it is about one member', async () => {
    const { bot, owner, room } = await startScene(dialect);
    await owner.says(
      '/任务 明天 {{ 昵称 }}们好，{{ 群名 }}的第 {{ 第几天 }} 天，{{ 日期 }}，连续 {{ 连续天数 | default: "好多" }} 天',
      room,
    );

    const heard = await bot.passTo('2026-03-03T08:00:00+08:00');

    expect(heard(room)).toContain('同学们好，英语1群的第 1 天，3月3日，连续 好多 天');
  });

  test('has an action of its own where the lesson brings none', async () => {
    const { bot, owner, room } = await startScene(dialect);
    await owner.says('/任务 明天 把书读一遍', room);

    const heard = await bot.passTo('2026-03-03T08:00:00+08:00');

    expect(heard(room).split('\n').at(-1)).toMatch(/^打卡 .*…/u);
  });

  test('is caught up until eleven and says that it is late', async () => {
    const { room, wakesAt } = await startScene(dialect);

    const heard = await wakesAt('2026-03-03T11:00:00+08:00');

    expect(heard(room)).toContain('【今日任务·补发】3月3日 周二 · Day 1');
  });

  test('says nothing of being late within ten minutes', async () => {
    const { room, wakesAt } = await startScene(dialect);

    expect((await wakesAt('2026-03-03T08:09:00+08:00'))(room)).toContain('【今日任务】3月3日');
  });

  test('is skipped after eleven, and staff are told once what still helps', async () => {
    const { room, staff, wakesAt } = await startScene(dialect);

    const heard = await wakesAt('2026-03-03T11:01:00+08:00');

    expect(heard(room)).toBe('');
    expect(heard(staff)).toContain('「英语1群」今天的任务：当时没有运行，错过了时间');
    expect(heard(staff)).toContain('要补发就发送：/英语1群 补发 任务');
  });

  test('after days away staff get one message, not one for every slot', async () => {
    const { bot, room, staff, wakesAt } = await startScene(dialect);
    const before = bot.said(staff).length;

    const heard = await wakesAt('2026-03-06T14:00:00+08:00');

    expect(heard(room)).toBe('');
    const notices = bot
      .said(staff)
      .slice(before)
      .filter((text) => text.startsWith('【没有推送】'));
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain('今天的任务');
  });

  test('a pause skips it, and resuming brings back the next one with its number', async () => {
    const { bot, owner, room } = await startScene(dialect);
    await owner.says('/暂停 2天', room);
    await bot.passTo('2026-03-03T21:00:00+08:00');
    expect(bot.said(room).filter((text) => text.startsWith('【'))).toEqual([]);

    const heard = await bot.passTo('2026-03-04T08:00:00+08:00');

    expect(heard(room)).toContain('【今日任务】3月4日 周三 · Day 2');
  });

  test('a course that has ended is silent', async () => {
    const { bot, room, rows } = await startScene(dialect);
    await bot.passTo('2026-03-10T12:00:00+08:00');

    expect(bot.said(room).filter((text) => text.startsWith('【今日任务'))).toHaveLength(7);
    expect((await rows()).filter(({ reason }) => reason === 'course-finished')).toHaveLength(1);
  });

  test('a gap in the plan is a day without a task, of which staff hear', async () => {
    const { bot, owner, room, staff } = await startScene(dialect);
    await owner.says('/课程 导入 数学\n# 数学\n## 第 1 天 分数\n做题\n## 第 3 天 小数\n做题', room);
    await owner.says('/课程 使用 数学 明天', room);

    await bot.passTo('2026-03-05T08:00:00+08:00');

    const heads = bot
      .said(room)
      .filter((text) => text.startsWith('【今日任务'))
      .map((text) => text.split('\n')[0]);
    expect(heads).toEqual(['【今日任务】3月3日 周二 · Day 1', '【今日任务】3月5日 周四 · Day 3']);
    expect(bot.said(staff).join('\n')).toContain('「英语1群」今天的任务：课程这一天没有内容');
  });

  test('on workdays it follows the national calendar: holidays rest, make-up days do not', async () => {
    const { bot, owner, room } = await startScene(dialect, { now: '2026-02-12T09:00:00+08:00' });
    await owner.says('/设置 推送日 工作日', room);

    await bot.passTo('2026-03-02T12:00:00+08:00');

    const heads = bot
      .said(room)
      .filter((text) => text.startsWith('【今日任务'))
      .map((text) => text.split('\n')[0]);
    // 2026: Spring Festival 15–23 February; Saturdays 14 and 28 February are worked.
    expect(heads).toEqual([
      '【今日任务】2月13日 周五 · Day 1',
      '【今日任务】2月14日 周六 · Day 2',
      '【今日任务】2月24日 周二 · Day 3',
      '【今日任务】2月25日 周三 · Day 4',
      '【今日任务】2月26日 周四 · Day 5',
      '【今日任务】2月27日 周五 · Day 6',
      '【今日任务】2月28日 周六 · Day 7',
    ]);
  });

  test('two rooms with one course are each on their own day', async () => {
    const { bot, owner, room } = await startScene(dialect);
    const other = bot.room('英语2群');
    await bot.passTo('2026-03-04T09:00:00+08:00');
    await owner.says('/建群 付费 英语', other);

    const heard = await bot.passTo('2026-03-05T08:00:00+08:00');

    expect(heard(room)).toContain('3月5日 周四 · Day 3\n点一杯咖啡');
    expect(heard(other)).toContain('3月5日 周四 · Day 1\n三句话');
  });

  test('a restart, or a second planner, posts nothing twice', async () => {
    const { bot, room } = await startScene(dialect);
    await bot.passTo('2026-03-03T08:00:00+08:00');
    const { database, gateway, clock } = bot;
    const log = pino({ level: 'silent' });
    const second = await createBot({ accountName: 'test', pacing: SIMULATED_PACING, log, database, gateway, clock });

    await Promise.all([second.plan(), bot.bot.plan()]);
    await stepThroughTime(second, clock, clock.now());
    await second.stop();

    expect(bot.said(room).filter((text) => text.startsWith('【今日任务】'))).toHaveLength(1);
  });
});
