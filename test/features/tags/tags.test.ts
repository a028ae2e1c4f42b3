import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { startTagScene } from './scene.js';

describeDialects('tags', (dialect) => {
  test('are given and taken by hand, to several at once, however it is put', async () => {
    const { says } = await startTagScene(dialect);

    expect(await says('/标签 @小林 @小周 +英语 +晨读')).toBe('好，小林、小周：贴上「英语」「晨读」。');
    expect(await says('/标签 给 @小林 加 活跃 去掉 晨读')).toContain('去掉「晨读」，规则不会再加回来');
    expect(await says('/标签 ＋早起 @小周')).toContain('小周：贴上「早起」');
    expect(await says('/标签 小林 +英语')).toContain('本来就是这样');
    expect(await says('/标签 @小林')).toBe('小林 的标签：活跃（人工）、英语（人工）');
    expect(await says('/标签')).toContain('英语 2 人');
    expect(await says('/标签 英语')).toContain('「英语」2 人：小林、小周');
  });

  test('what nobody has ever heard of is told with what there is', async () => {
    const { says } = await startTagScene(dialect);
    await says('/标签 @小林 +英语');

    expect(await says('/标签 数学')).toBe('没有「数学」这个标签。\n可以是：英语');
    expect(await says('/标签 @小林 -数学')).toContain('没有「数学」这个标签');
    expect(await says('/标签 @小林 +标:签')).toContain('不能做标签名');
  });

  test('one with a term holds through its last day, and is not read a moment longer', async () => {
    const { bot, says } = await startTagScene(dialect);
    expect(await says('/标签 @小林 +体验 2天')).toContain('2 天后自动去掉');

    await bot.passTo('2026-03-03T23:59:00+08:00');
    expect(await says('/标签 体验')).toContain('1 人');
    await bot.passTo('2026-03-04T00:00:00+08:00');
    expect(await says('/标签 体验')).toContain('现在没有人有');
    await bot.passTo('2026-03-04T10:00:00+08:00');

    expect(await says('/为什么 标签 @小林 体验')).toMatch(
      /现在没有「体验」\n.*去掉（到期）\n.*贴上（人工，.*到3月3日/u,
    );
  });

  test('a rule gives and takes each morning; what a hand took it never gives again', async () => {
    const { lin, zhou, says, day } = await startTagScene(dialect);
    expect(await says('/标签 规则 试 活跃 连续>=2')).toContain('现在没有人符合');
    expect(await says('/标签 规则 加 活跃 连续>=2')).toContain('现在贴上了 0 人');
    await day('2026-03-02', lin, zhou);
    await day('2026-03-03', lin, zhou);
    await day('2026-03-04', lin, zhou);
    expect(await says('/标签 活跃')).toContain('2 人');

    expect(await says('/标签 @小周 -活跃')).toContain('规则不会再加回来');
    await day('2026-03-05', lin, zhou);
    expect(await says('/标签 活跃')).toBe('「活跃」1 人：小林\n要再筛，发送：/英语1群 圈人 标签:活跃 段:衰退');
    expect(await says('/为什么 标签 @小周 活跃')).toContain('规则不会再加，要人手再贴一次才有');
    expect(await says('/标签 规则 试 活跃 连续>=2')).toContain('其中 1 人被手动去掉过');

    await says('/标签 @小周 +活跃');
    await day('2026-03-09');
    await day('2026-03-10');
    expect(await says('/标签 活跃')).toContain('「活跃」1 人：小周');
    expect(await says('/为什么 标签 @小林 活跃')).toContain('去掉（规则 连续>=2）');
  });

  test('a rule is tried without a trace, listed, and taken back with what it gave', async () => {
    const { lin, says, day } = await startTagScene(dialect);
    await day('2026-03-02', lin);
    expect(await says('/标签 规则 试 来过 打卡≥1')).toContain('现在符合 1 人：小林');
    expect(await says('/标签 规则')).toContain('还没有标签规则');
    expect(await says('/标签 规则 加 来过 打卡≥1 且 积分>=10')).toContain('现在贴上了 1 人');
    expect(await says('/标签 规则')).toContain('来过：打卡>=1 且 积分>=10（只在「英语1群」）');
    expect(await says('/标签 规则 加 活跃 打卡>=七')).toContain('「打卡」后面的「七」不是整数');
    expect(await says('/标签 规则 加 活跃 标签:来过')).toContain('条件里的「标签」看不懂');
    const [, number = ''] = /^(\d+)\. 来过/mu.exec(await says('/标签 规则')) ?? [];

    expect(await says(`/标签 规则 删 ${number}`)).toContain('从 1 人身上去掉了');
    expect(await says('/标签 @小林')).toContain('还没有标签');
  });

  test('who left all rooms, or the room of the rule, has its tag until the next morning', async () => {
    const { bot, owner, room, lin, zhou, says, day } = await startTagScene(dialect);
    const second = bot.room('英语2群');
    await owner.says('/建群 付费 英语', second);
    await zhou.says('打卡 读完了', second);
    await day('2026-03-02', lin);
    await says('/标签 规则 加 来过 打卡>=1', '');
    await says('/标签 规则 加 二群 打卡>=1', '英语2群');
    expect(await says('/标签 @小林')).toContain('来过');
    expect(await says('/标签 @小周')).toContain('二群');

    await lin.leaves(room);
    await zhou.leaves(second);
    await bot.passTo('2026-03-03T10:00:00+08:00');

    expect(await says('/为什么 标签 @小林 来过')).toContain('去掉（规则 打卡>=1）');
    expect(await says('/标签 @小周')).not.toContain('二群');
  });

  test('members choose among those that are offered, and talk is left alone', async () => {
    const { lin, room, says } = await startTagScene(dialect);
    expect(await lin.says('我是 夜猫', room)).toBe('');
    expect(await says('/标签 可选 晨读 夜猫')).toContain('成员可以自选：夜猫、晨读');

    expect(await lin.says('选标签', room)).toContain('可以选：夜猫、晨读');
    expect(await lin.says('我是 晨读', room)).toBe('好，小林 的标签：晨读。\n不要了，发送：不选标签 晨读');
    expect(await lin.says('我是 新来的', room)).toBe('');
    expect(await lin.says('我是小林', room)).toBe('');
    expect(await lin.says('选标签 潜水', room)).toContain('不在可选的标签里');
    expect(await lin.says('不选标签 晨读', room)).toContain('不再是：晨读');
    await says('/标签 @小林 +夜猫');
    expect(await lin.says('不选标签 夜猫', room)).toContain('是运营贴的');
  });

  test('nothing of who has which tag is told where members read along', async () => {
    const { owner, lin, room, says } = await startTagScene(dialect);
    await says('/标签 @小林 +英语');

    expect(await owner.says('/标签 英语', room)).toContain('只在员工群和私聊里说');
    expect(await lin.says('/标签 英语', room)).toBe('');
  });
});
