import { expect, test } from 'vitest';
import { readBuiltinCourses } from '../../../src/copy/zh-cn/builtin-courses.js';
import { saveBuiltinCourses } from '../../../src/features/courses/builtin-courses.js';
import { findCourseByName, listCourses } from '../../../src/storage/courses.js';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

const MATHS =
  '# 数学三日\n\n## 第 1 天 分数\n\n做第 3 页\n打卡 做对了 … 题\n\n## 第 2 天 小数\n\n做第 4 页\n\n作业：出一道题';

describeDialects('courses', (dialect) => {
  async function start() {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验', room);
    return { bot, owner, room };
  }

  test('the list tells lessons and the rooms that run each', async () => {
    const { owner, room } = await start();
    await owner.says('/课程 使用 英语', room);

    expect((await owner.says('/课程', room)).split('\n')).toEqual([
      '现有 2 门课程',
      '英语：英语体验营 7 天，共 7 课，在用：英语1群',
      '唐诗：唐诗晨读 21 天，共 21 课，还没有群在用',
      '看每天的内容：/课程 英语',
    ]);
  });

  test('a course shows its days and titles', async () => {
    const { owner, room } = await start();

    expect(await owner.says('/课程 唐诗', room)).toContain(
      '唐诗晨读 21 天\n第 1 天 春晓 · 孟浩然\n第 2 天 鹿柴 · 王维\n',
    );
  });

  test('an export is what was imported, and a long one comes in pieces that make the whole', async () => {
    const { owner, room } = await start();
    await owner.says(`/课程 导入 数学\n${MATHS}`, room);

    expect(await owner.says('/课程 导出 数学', room)).toBe(MATHS);

    const poems = readBuiltinCourses().find(({ name }) => name === '唐诗');
    expect(`${await owner.says('/课程 导出 唐诗', room)}\n`).toBe(poems?.markdown);
  });

  test('an import tells every fault of the plan and of its variables at its place, and saves nothing', async () => {
    const { owner, room } = await start();
    const plan = '# 数学\n## 第 1 天 分数\n{{ 呢称 }}，做题\n## 第 1 天 小数\n做题 {{ 群名\n';

    expect((await owner.says(`/课程 导入 数学\n${plan}`, room)).split('\n')).toEqual([
      '课程没有保存，请改好这几处：',
      '第 3 行第 4 字：没有「呢称」这个变量，是不是「昵称」？',
      '第 4 行第 4 字：第 1 天写了两次，前一次在第 2 行',
      expect.stringMatching(/^第 5 行第 4 字：/u),
    ]);
    expect(await owner.says('/课程', room)).not.toContain('数学');
  });

  test('an import over a course of that name says what it replaced and whom it reaches', async () => {
    const { owner, room } = await start();
    expect(await owner.says(`/课程 导入 数学\n${MATHS}`, room)).toBe(
      '《数学三日》已保存：2 课。\n给群选上：/课程 使用 数学 明天',
    );
    await owner.says('/课程 使用 数学', room);

    const again = await owner.says(`/课程 导入 数学\n${MATHS.replace('分数', '加法')}\n## 第 5 天 减法\n做题`, room);

    expect(again).toContain(
      '《数学三日》已保存：3 课，到第 5 天。\n和原来的比：新增 1 课，改了 1 课。\n在用的群跟着换：英语1群（3月3日起）',
    );
  });

  test('an import that would take lessons away from a room is not made by mistake', async () => {
    const { owner, room } = await start();
    await owner.says(`/课程 导入 数学\n${MATHS}`, room);
    await owner.says('/课程 使用 数学', room);
    const shorter = '# 新数学\n## 第 1 天 加法\n做题';

    expect(await owner.says(`/课程 导入 数学\n${shorter}`, room)).toBe(
      '「数学」有 1 个群在用，这份里没有第 2 天，所以没有保存。\n想留一份原来的，先发送：/课程 导出 数学\n确定要换，第一行改成：/课程 导入 数学 覆盖',
    );
    expect(await owner.says('/课程 导出 数学', room)).toBe(MATHS);
    expect(await owner.says(`/课程 导入 数学 覆盖\n${shorter}`, room)).toContain('改了 1 课，去掉 1 课。');
    expect(await owner.says('/课程 导出 数学', room)).toContain('# 新数学');
  });

  test('a course that no room runs is replaced without a question, and may be the same as before', async () => {
    const { owner, room } = await start();
    await owner.says(`/课程 导入 数学\n${MATHS}`, room);

    expect(await owner.says(`/课程 导入 数学\n${MATHS}`, room)).toContain('和原来的比：每一课都没有变。');
    expect(await owner.says('/课程 导入 数学\n# 新\n## 第 1 天 加法\n做题', room)).toContain('去掉 1 课');
  });

  test('a shipped course is not imported over, and an action is no name', async () => {
    const { owner, room } = await start();

    expect(await owner.says(`/课程 导入 英语\n${MATHS}`, room)).toContain('自带课程');
    expect(await owner.says(`/课程 导入 导出\n${MATHS}`, room)).toContain('请给课程换一个名字');
    expect(await owner.says('/课程 导入 数学', room)).toContain(
      '还缺少「课程内容」。\n例如：/课程 导入 数学\n# 数学 5 天',
    );
    expect(await owner.says('/课程 法语', room)).toContain('没有叫「法语」的课程。\n现有课程：英语、唐诗');
  });

  test('a room takes a course from tomorrow, or from the day that is named', async () => {
    const { owner, room } = await start();

    expect(await owner.says('/课程 使用 英语', room)).toContain(
      '《英语体验营 7 天》，3月3日 周二 开始。\n看看会发什么：/预览 明早',
    );
    expect(await owner.says('/课程 使用 唐诗 今天', room)).toContain(
      '3月2日 周一 开始，今天是第 1 天。\n今天的推送时间已过',
    );
    expect(await owner.says('/预览 今天', room)).toContain('Day 1\n春晓');
  });

  test('teachers look, and managers decide; the others hear nothing', async () => {
    const { bot, owner, room } = await start();
    const teacher = bot.person('王老师');
    await teacher.joins(room);
    await owner.says('/授权 王老师 老师', room);

    expect(await teacher.says('/课程 英语', room)).toContain('英语体验营 7 天');
    expect(await teacher.says('/课程 使用 英语', room)).toContain('需要运营身份');
    expect(await teacher.says(`/课程 导入 数学\n${MATHS}`, room)).toContain('需要运营身份');
    expect(await bot.person('小林').says('/课程 英语', room)).toBe('');
  });

  test('elsewhere the room is named first', async () => {
    const { owner } = await start();

    expect(await owner.whispers('/课程 使用 英语')).toContain('发送：/英语1群 课程 使用 英语 明天');
    expect(await owner.whispers('/英语1群 课程 使用 英语')).toContain('「英语1群」的课程是《英语体验营 7 天》');
  });

  test('the shipped courses are stored once, and stay as people have made them', async () => {
    const { bot, owner, room } = await start();
    await owner.says('/课程 使用 英语', room);
    await owner.says('/任务 明天 改过的任务', room);

    await bot.database.transaction((tx) => saveBuiltinCourses(tx, bot.clock.now()));

    expect(await owner.says('/任务 明天', room)).toContain('改过的任务');
    const [all, english] = await bot.database.transaction(
      async (tx) => [await listCourses(tx), await findCourseByName(tx, '英语')] as const,
    );
    expect(all).toHaveLength(2);
    expect(english?.lessons).toBe(7);
  });
});
