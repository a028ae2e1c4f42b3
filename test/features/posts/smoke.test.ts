import { test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';

describeDialects('smoke', (dialect) => {
  test('walk', async () => {
    const bot = await startTestBot({ dialect });
    const boss = await bot.owner();
    const room = bot.room('英语1群');
    const staff = bot.room('员工群');
    const say = async (text: string, where = room) => console.log(`>>> ${text}\n${await boss.says(text, where)}\n`);
    await say('/建群 员工', staff);
    await say('/建群 体验');
    await say('/课程');
    await say('/课程 英语');
    await say('/课程 使用 英语');
    await say('/预览 明早');
    await say('/预览 今晚');
    await say('/任务 明天');
    await say('/任务 明天 朗读三遍 {{ 昵称 }}\n打卡 我读了 ___ 遍\n作业：录音');
    await say('/任务 明天 朗读三遍 {{ 呢称 }}');
    await say('/课程 导出 英语');
    await say('/课程 导入 数学\n# 数学\n## 第 1 天 分数\n做题 {{ 名字 }}\n## 第 1 天 重复\n内容');
    await say('/课程 导入 数学\n# 数学\n## 第 1 天 分数\n做题\n## 第 3 天 小数\n内容');
    await say('/状态');
    await say('/补发 任务');
    await bot.person('小林').joins(room);
    await bot.person('阿陈').joins(room);
    let heard = await bot.passTo('2026-03-03T19:00:00+08:00');
    console.log('ROOM', heard(room), '\nSTAFF', heard(staff));
    console.log(await bot.person('小林').says('打卡 今天读了三遍，还练了昨天的句子，感觉很顺', room));
    await say('/名单');
    console.log('STAFF', bot.said(staff).at(-1));
    heard = await bot.passTo('2026-03-03T22:00:00+08:00');
    console.log('ROOM', heard(room), '\nSTAFF', heard(staff));
    await say('/状态', staff);
  });
});
