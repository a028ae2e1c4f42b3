/** What staff do with trials: longer, ended, begun anew, the words of the offers; and who begins none. */

import { expect, test } from 'vitest';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot, type TestPerson } from '../../support/test-bot.js';

async function startScene(dialect: Dialect) {
  const bot = await startTestBot({ dialect, now: '2026-03-02T07:00:00+08:00' });
  const owner = await bot.owner();
  const [room, second, staff] = [bot.room('英语体验群'), bot.room('英语二群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  for (const one of [room, second]) await owner.says('/建群 体验 英语', one);
  await bot.passTo('2026-03-03T10:00:00+08:00');
  const [lin, zhou] = ['小林', '小周'].map((name) => bot.person(name)) as [TestPerson, TestPerson];
  const tells = (line: string) => owner.says(line, staff);
  const count = async (): Promise<number> =>
    bot.database.transaction(async (tx) => {
      const rows = await tx.selectFrom('trial').select('id').execute();
      return rows.length;
    });
  return { bot, owner, room, second, staff, lin, zhou, tells, count };
}

const at = (day: number, time: string) => `2026-03-${String(day).padStart(2, '0')}T${time}:00+08:00`;

describeDialects('trials by hand', (dialect) => {
  test('are lengthened, ended and begun anew, and each of it is undone', async () => {
    const { bot, room, lin, tells, staff } = await startScene(dialect);
    await lin.joins(room);

    expect(await tells('/体验 延长 小林 3')).toBe('小林 的体验延长到 3月13日 周五。');
    expect(await tells('/体验 延长 小林')).toBe('小林 的体验延长到 3月16日 周一。');
    expect(await tells('/体验 延长 小林 60')).toContain('最长 60 天');
    await tells('/撤销');
    expect(await tells('/英语体验群 为什么 小林 体验')).toContain('今天体验还没开始，共 10 天');
    expect(await tells('/体验 结束 小林')).toContain('小林 的体验结束了');
    expect(await tells('/体验')).toContain('现在没有人在体验');
    expect(await tells('/体验 延长 小林')).toContain('已经结束了');
    expect(await tells('/撤销')).toContain('已撤销');
    expect(await tells('/体验')).toContain('小林');
    await bot.passTo(at(6, '10:00'));
    expect(await tells('/体验 重来 小林')).toContain('3月7日 周六 是第 1 天');
    expect(await tells('/英语体验群 为什么 小林 体验')).toContain('第 1 天（第 2 次）');
    await tells('/撤销');
    expect(await tells('/体验')).toContain('第 3 天：小林（0）');
    expect(await tells('/体验 结束 路人')).toContain('路人');
    expect(await lin.says('/体验', room)).toBe('');
    expect(bot.said(staff).join('\n')).not.toContain('到期');
  });

  test('a return goes on with the trial, in any room of the course; one that was over is a question', async () => {
    const { bot, room, second, staff, lin, tells, count } = await startScene(dialect);
    await lin.joins(room);
    await bot.passTo(at(5, '10:00'));
    await lin.leaves(room);
    await lin.joins(second);
    expect(await lin.says('我的', second)).toContain('体验第 2 天（共 7 天）');
    await lin.leaves(second);
    await bot.passTo(at(12, '10:00'));
    expect(bot.said(staff).join('\n')).not.toContain('到期');

    await lin.joins(room);
    await bot.passTo(at(12, '10:05'));

    expect(await count()).toBe(1);
    expect(bot.said(staff).at(-1)).toContain(
      '小林 又回到「英语体验群」，3月3日 体验过一次，没有自动重来（重来／不用）',
    );
    expect(await lin.says('我的', room)).not.toContain('体验第');
    expect(await tells('/待办 1 重来')).toContain('3月13日 周五 是第 1 天');
    expect(await count()).toBe(1);
  });

  test('staff and the bot begin none, nor does anybody twice', async () => {
    const { bot, owner, room, lin, count } = await startScene(dialect);
    await owner.joins(room);
    await bot.person('机器人', 'wx-bot').joins(room);
    await lin.joins(room);
    await lin.joins(room);
    await bot.bot.receive({
      type: 'room.roster',
      room,
      people: [lin, owner, bot.person('小雨')],
      at: bot.clock.now(),
    });
    await bot.bot.intake.settle();

    expect(await count()).toBe(2);
    await bot.passTo(at(12, '10:00'));
    await bot.bot.receive({ type: 'room.roster', room, people: [lin, owner], at: bot.clock.now() });
    await bot.bot.intake.settle();
    expect(await count()).toBe(2);
  });

  test('a course has offers in words of its own, checked before they are saved', async () => {
    const { bot, owner, room, lin, tells, zhou } = await startScene(dialect);
    await zhou.whispers('你好');
    for (const one of [lin, zhou]) {
      await one.joins(room);
      await one.says('打卡', room);
    }

    expect(await tells('/英语体验群 体验 文案 5')).toContain('第 5 天的推荐（默认文案，每天换一句）');
    expect(await tells('/英语体验群 体验 文案 5 {{ 昵称 }}，第 {{ 第几夭 }} 天')).toContain(
      '第 1 行第 15 字：没有「第几夭」这个变量，是不是「第几天」？',
    );
    expect(await tells('/体验 文案 5 来吧')).toContain('请把群名写在前面');
    expect(await tells('/英语体验群 体验 文案 4 来吧')).toContain('5');
    const saved = await tells(
      '/英语体验群 体验 文案 5 {{ 昵称 }}，学到第 {{ 第几天 }} 天了，本周季卡有礼。\n回一句：想要',
    );
    expect(saved).toContain('陈老师，学到第 5 天了，本周季卡有礼。\n回一句：想要');
    await bot.passTo(at(8, '19:00'));
    expect(bot.said(room).at(-1)).toBe('【体验小记】3月8日 周日\n同学，学到第 5 天了，本周季卡有礼。\n回一句：想要');
    expect(bot.said(zhou).at(-1)).toBe('小周，学到第 5 天了，本周季卡有礼。\n回一句：想要');
    expect(await owner.says('/体验 文案 5', room)).toContain('不在这里说');
    expect(await tells('/英语体验群 体验 文案 5 默认')).toContain('改回默认文案');
    expect(await tells('/撤销')).toContain('已撤销');
    expect(await tells('/英语体验群 体验 文案 5')).toContain('本课程的文案');
  });

  test('say why they are where they are', async () => {
    const { bot, room, lin, tells } = await startScene(dialect);
    await lin.joins(room);
    await bot.passTo(at(4, '19:00'));

    expect((await tells('/英语体验群 为什么 小林 体验')).split('\n')).toEqual([
      '小林 3月3日 进「英语体验群」，3月4日 是体验第 1 天。',
      '今天体验第 1 天（共 7 天）。',
      '发过：3月4日 怎么开始打卡（群里）',
      '今天该说的说过了，不重复。',
    ]);
    await bot.passTo(at(5, '10:00'));
    await lin.says('打卡', room);
    expect(await tells('/英语体验群 为什么 小林 体验')).toContain('已经打过卡，不用再提醒怎么开始。');
    await bot.passTo(at(8, '10:00'));
    expect(await tells('/英语体验群 为什么 小林 体验')).toContain('今天 17:00 会说');
    await bot.passTo(at(12, '10:00'));
    expect(await tells('/英语体验群 为什么 小林 体验')).toContain('等运营决定');
  });

  test('a to-do settles itself when they pay meanwhile', async () => {
    const { bot, room, lin, tells } = await startScene(dialect);
    await lin.joins(room);
    await bot.passTo(at(11, '10:00'));
    expect(await tells('/待办')).toContain('共 1 件');

    const asked = await tells('/英语体验群 订单 小林 季卡 199');
    const code = /确认 (\d{4})/u.exec(asked)?.[1] ?? '';
    const again = await tells(`确认 ${code}`);
    if (again.includes('确认')) await tells(`确认 ${code}`);

    expect(await tells('/待办')).not.toContain('体验到期');
    expect(await tells('/待办 1 送别')).toContain('已经不用办了');
  });
});
