/** What tiers bring in draws and sales: more tickets, and to hear of it first. */

import { expect, test } from 'vitest';
import type { ChatPerson, ChatRoom } from '../../../src/ports/chat-gateway.js';
import { describeDialects } from '../../support/dialects.js';
import { recompute } from '../draws/recompute.js';
import { startTagScene } from '../tags/scene.js';

describeDialects('perks in draws and sales', (dialect) => {
  test('tickets are promised at the opening, stand in the list, and everything can be worked out again', async () => {
    const { bot, owner, lin, zhou, room, says } = await startTagScene(dialect);
    await says('/升级 @小林 黄金');
    expect(await owner.says('/抽奖 开 开学礼 保温杯 截止 20:00', room)).toContain('签数：黄金 2 张，其他人 1 张');
    await says('/升级 @小周 黄金');
    await says('/等级 改 黄金 抽奖x5');

    expect(await lin.says('抽奖', room)).toMatch(/小林 1号（[0-9a-f]{8}） 2张签/u);
    expect(await zhou.says('抽奖', room)).toMatch(/小周 2号（[0-9a-f]{8}） 2张签/u);
    const third = await bot.person('小吴').says('抽奖', room);
    expect(third).toMatch(/小吴 3号（[0-9a-f]{8}）$/u);
    await bot.passTo('2026-03-02T20:30:00+08:00');
    const proof = await owner.says('抽奖公示', room);

    expect(proof).toMatch(/^zaoba-draw 2\n[\s\S]*\n1 [0-9a-f]{8} 2\n2 [0-9a-f]{8} 2\n3 [0-9a-f]{8} 1\n/u);
    const { order, faults } = recompute(proof);
    expect(faults).toEqual([]);
    expect(/^drawn (\d)/m.exec(proof)?.[1]).toBe(String(order[0]));
  });

  test('a draw by tag takes those who have it, at the entry and still at the end', async () => {
    const { bot, owner, lin, zhou, room, says } = await startTagScene(dialect);
    expect(await owner.says('/抽奖 开 开学礼 保温杯 截止 20:00 条件 标签:英语', room)).toContain(
      '没有「英语」这个标签',
    );
    await says('/标签 @小林 @小周 +英语');
    expect(await owner.says('/抽奖 开 开学礼 保温杯 截止 20:00 条件 标签:英语', room)).toContain(
      '条件：有标签「英语」',
    );

    expect(await bot.person('小吴').says('抽奖', room)).toContain('小吴 还差一点：有标签「英语」');
    expect(await lin.says('抽奖', room)).toContain('小林 1号');
    expect(await zhou.says('抽奖', room)).toContain('小周 2号');
    await says('/标签 @小林 -英语');
    const told = await bot.passTo('2026-03-02T20:30:00+08:00');

    expect(told(room)).toContain('名单 1 人（退群、工作人员或没有标签的 1 人不计）');
    expect(told(room)).toMatch(/1\. 小周（2 号）/u);
    expect(await says('/为什么 抽奖 小林')).toContain('没有要求的标签了');
  });

  test('those who hear first hear it in private, and the room five minutes later', async () => {
    const { bot, owner, staff, lin, zhou, room, says } = await startTagScene(dialect);
    await lin.whispers('你好');
    await says('/升级 @小林 @小周 钻石');

    expect(await owner.says('/英语1群 秒杀 开 水杯 3件', staff)).toContain(
      '已先私聊告诉 1 位有「早知道」的成员，5 分钟后在群里公布',
    );
    await bot.passTo('2026-03-02T09:03:00+08:00');
    const early = (chat: ChatRoom | ChatPerson): string => bot.said(chat).join('\n');
    expect(early(lin)).toContain('早知道：几分钟后「英语1群」才说，先告诉你');
    expect(early(zhou)).toBe('');
    expect(early(room)).not.toContain('水杯');
    const later = await bot.passTo('2026-03-02T09:06:00+08:00');
    expect(later(room)).toContain('水杯');
  });

  test('what is called off before the room heard of it is not announced', async () => {
    const { bot, owner, staff, lin, room, says } = await startTagScene(dialect);
    await lin.whispers('你好');
    await says('/升级 @小林 钻石');
    await owner.says('/英语1群 抽奖 开 开学礼 保温杯 截止 20:00', staff);

    await owner.says('/英语1群 抽奖 取消', staff);
    const told = await bot.passTo('2026-03-02T09:10:00+08:00');

    expect(told(room)).not.toContain('开始报名');
  });
});
