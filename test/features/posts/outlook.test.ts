import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTestBot } from '../../support/test-bot.js';
import { startScene } from './scene.js';

describeDialects('the outlook', (dialect) => {
  test('tells staff at nine what the morning brings in every room, warnings first', async () => {
    const { bot, owner, room, staff } = await startScene(dialect);
    const [second, third, fourth] = [bot.room('英语2群'), bot.room('晨读群'), bot.room('新群')];
    await owner.says('/课程 导入 数学\n# 数学\n## 第 1 天 分数\n做题\n## 第 3 天 小数\n做题', room);
    await owner.says('/建群 付费 数学', second);
    await owner.says('/建群 付费 唐诗', third);
    await owner.says('/暂停 4天', third);
    await owner.says('/建群 体验', fourth);
    await bot.person('小林').joins(room);
    await bot.person('阿陈').joins(room);
    await bot.passTo('2026-03-03T09:00:00+08:00');
    await bot.person('小林').says('打卡', room);

    const heard = await bot.passTo('2026-03-03T21:00:00+08:00');

    expect(heard(staff).split('\n')).toEqual([
      '【明早预告】3月4日 周三',
      '注意：「英语2群」课程这一天没有内容',
      '注意：「新群」还没有设置课程',
      '「英语1群」Day 2 舌尖上的 th；今天还有 1 人没打卡',
      '「晨读群」暂停到 3月5日',
      '补内容：/英语2群 任务 3月4日 任务内容',
    ]);
    expect(heard(room)).not.toContain('预告');
  });

  test('says nothing where no room runs a course', async () => {
    const bot = await startTestBot({ dialect });
    const owner = await bot.owner();
    const staff = bot.room('员工群');
    await owner.says('/建群 员工', staff);

    expect((await bot.passTo('2026-03-02T21:30:00+08:00'))(staff)).toBe('');
  });
});
