import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('the task command', (dialect) => {
  async function start(setup: readonly string[] = []) {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const room = bot.room('英语1群');
    await owner.says('/建群 体验 英语', room);
    for (const command of setup) await owner.says(command, room);
    return { bot, owner, room };
  }

  test('shows the lesson of a day as it is written', async () => {
    const { owner, room } = await start();

    const shown = await owner.says('/任务 明天', room);

    expect(shown).toContain('3月3日 周二 · 第 1 天 三句话，把自己介绍出去\n');
    expect(shown).toContain('{{ 昵称 | default: "大家" }}早！');
  });

  test('sets the text, keeps the title, and that is what is posted', async () => {
    const { bot, owner, room } = await start();

    const saved = await owner.says('/任务 明天 朗读第 3 课三遍\n打卡 我读了 ___ 遍', room);

    expect(saved).toContain('已改好 3月3日 周二 · 第 1 天 三句话，把自己介绍出去\n朗读第 3 课三遍\n打卡 我读了 ___ 遍');
    expect((await bot.passTo('2026-03-03T08:00:00+08:00'))(room)).toBe(
      '【今日任务】3月3日 周二 · Day 1\n三句话，把自己介绍出去\n朗读第 3 课三遍\n打卡 我读了 ___ 遍',
    );
  });

  test('takes homework from its own line and puts the action last', async () => {
    const { bot, owner, room } = await start();
    await owner.says('/任务 明天 朗读\n打卡 读完了\n作业：录一段语音', room);

    expect((await bot.passTo('2026-03-03T08:00:00+08:00'))(room)).toContain('\n朗读\n作业：录一段语音\n打卡 读完了');
  });

  test('tells which other rooms get the new text', async () => {
    const { bot, owner, room } = await start();
    const other = bot.room('英语2群');
    await owner.says('/建群 付费 英语', other);

    expect(await owner.says('/任务 明天 新任务', room)).toContain('用同一门课程的群也会变：英语2群');
    expect(await owner.says('/预览 明早', other)).toContain('新任务');
  });

  test('refuses a typo at its place and saves nothing', async () => {
    const { owner, room } = await start();

    expect(await owner.says('/任务 明天 第一行\n{{ 呢称 }} 你好', room)).toContain(
      '第 2 行第 4 字：没有「呢称」这个变量，是不是「昵称」？',
    );
    expect(await owner.says('/任务 明天 作业：只有作业', room)).toContain('还没有正文');
    expect(await owner.says('/任务 明天', room)).toContain('今天只学三句');
  });

  test('says what becomes of a day whose task is out, or was missed', async () => {
    const { bot, owner, room } = await start();
    await bot.passTo('2026-03-03T09:00:00+08:00');
    expect(await owner.says('/任务 今天 新任务', room)).toContain('今天的任务已经推送，改动不会重发。');

    const second = bot.room('英语2群');
    await owner.says('/建群 体验 英语 今天', second);
    expect(await owner.says('/任务 今天 新任务', second)).toContain('要补上就发送：/补发 任务');
  });

  test('explains a day without a lesson', async () => {
    const { bot, owner, room } = await start();
    expect(await owner.says('/任务 今天', room)).toBe('3月2日 周一 课程还没开始，3月3日 周二 是第 1 天。');

    await owner.says('/设置 推送日 工作日', room);
    await bot.passTo('2026-03-06T09:00:00+08:00');
    expect(await owner.says('/任务 明天', room)).toContain('3月7日 周六 休息，不推送任务。');

    const bare = bot.room('新群');
    await owner.says('/建群 体验', bare);
    expect(await owner.says('/任务 明天', bare)).toContain('还没有课程');
  });

  test('a day beyond the plan can be added', async () => {
    const { bot, owner, room } = await start();
    await bot.passTo('2026-03-09T21:00:00+08:00');
    expect(await owner.says('/任务 明天', room)).toContain('课程里没有第 8 天');

    await owner.says('/任务 明天 加练一天', room);

    expect((await bot.passTo('2026-03-10T08:00:00+08:00'))(room)).toContain('Day 8\n加练一天');
  });
});
