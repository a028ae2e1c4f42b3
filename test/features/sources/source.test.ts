/** Where members came from: noted once when they come, and by a person's word. */

import { expect, test } from 'vitest';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot, type TestPerson } from '../../support/test-bot.js';

async function startScene(dialect: Dialect) {
  const bot = await startTestBot({ dialect });
  const owner = await bot.owner();
  const [first, second, staff] = [bot.room('体验1群'), bot.room('体验2群'), bot.room('员工群')];
  await owner.says('/建群 员工', staff);
  for (const room of [first, second]) await owner.says('/建群 体验 英语', room);
  const people = ['小林', '小周', '小雨', '小吴', '老王'].map((name) => bot.person(name));
  const tells = (line: string) => owner.says(line, staff);
  return { bot, owner, first, second, staff, people: people as [TestPerson, ...TestPerson[]], tells };
}

describeDialects('sources', (dialect) => {
  test('are the room’s, or whoever brought them, and what nobody knows is counted', async () => {
    const { bot, owner, first, second, people, tells } = await startScene(dialect);
    const [lin, zhou, yu, wu, wang] = people as [TestPerson, TestPerson, TestPerson, TestPerson, TestPerson];
    await lin.joins(first);
    expect(await owner.says('/来源 群 抖音', second)).toContain('「体验2群」的来源写好了：抖音');
    await zhou.joins(second);
    await yu.joins(second, lin);
    await wu.joins(second, owner);
    await wang.joins(first, owner);
    // First come, first noted.
    await lin.joins(second);

    expect(await tells('/来源 小林')).toBe(
      '小林 的来源：未知（没有线索）\n3月2日 首次进「体验1群」。\n要改就发送：/来源 @小林 抖音',
    );
    expect(await tells('/来源 小雨')).toContain('小林 邀请（微信显示的邀请人）');
    expect((await tells('/来源')).split('\n')).toEqual([
      '【来源】全部群，共 5 人',
      '抖音：2 人，40%',
      '小林 邀请：1 人，20%',
      '陈老师 邀请：1 人，20%',
      '未知：1 人，20%',
      '看某个人的，发送：/来源 @小林',
    ]);
    expect(await tells('/体验1群 来源')).toContain('「体验1群」首次进群，共 2 人');
    expect(await owner.says('/设置', second)).toContain('来源：抖音');
    expect(bot.said(staffless(first)).join('\n')).not.toContain('抖音');
  });

  test('are changed by hand, by name and undone; the same name is one source', async () => {
    const { people, first, tells, owner } = await startScene(dialect);
    const [lin] = people;
    await lin.joins(first);

    expect(await tells('/来源 小林 抖音')).toBe('小林 的来源记为：抖音。');
    expect(await tells('/来源 小林')).toContain('抖音（人工填写）');
    await tells('/撤销');
    expect(await tells('/来源 小林')).toContain('未知（没有线索）');
    await tells('/来源 小林 朋友圈 广告');
    expect(await tells('/来源')).toContain('朋友圈 广告：1 人，100%\n未知：0 人，0%');
    expect(await tells('/来源 小林 未知')).toBe('小林 的来源记为：未知。');
    expect(await tells('/来源 小林 一二三四五六七八九十十一十二十三')).toContain('12');
    expect(await owner.says('/来源', first)).toContain('不在这里说');
    expect(await owner.says('/来源 群 关', first)).toContain('不再写来源');
    expect(await lin.says('/来源', first)).toBe('');
    expect(await tells('/来源 群 抖音')).toContain('请把群名写在前面');
  });

  test('of a room’s whole list are all noted, however many are on it', async () => {
    const { bot, owner, first, tells } = await startScene(dialect);
    await owner.says('/来源 群 抖音', first);
    const people = Array.from({ length: 1_201 }, (_, index) => ({ platformId: `p${index}`, name: `成员${index}` }));

    await bot.bot.receive({ type: 'room.roster', room: first, people: [...people, owner], at: bot.clock.now() });

    expect(await tells('/来源')).toContain('【来源】全部群，共 1201 人\n抖音：1201 人，100%');
  });
});

function staffless(room: { readonly topic: string; readonly platformId: string }) {
  return { platformId: room.platformId, name: room.topic };
}
