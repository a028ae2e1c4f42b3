/** The way back: after an end, a refund, or an order that was a mistake. */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { confirmed } from '../cards/card-room.js';
import { INVITED, type MoveScene, PLAYED_FIRST, startMoveScene } from './move-scene.js';

const REMOVED = 'remove wx-小林 英语付费1群@chatroom';

async function moveIn({ buys, lin, minutes, owner, paid, decides }: MoveScene, card = '天卡 9'): Promise<void> {
  await owner.says('/设置 宽限期 关', paid);
  await buys(card);
  await minutes(2);
  await lin.joins(paid);
  await minutes(2);
  await decides('留下');
}

describeDialects('the way back', (dialect) => {
  test('after the end of a card and its grace a manager is asked, and takes them out', PLAYED_FIRST, async () => {
    const scene = await startMoveScene(dialect);
    const { bot, done, flow, lin, owner, paid, staff, trial } = scene;
    await lin.whispers('你好');
    await moveIn(scene);
    await bot.passTo('2026-03-05T08:30:00+08:00');
    await lin.says('打卡 读完了', paid);

    await bot.passTo('2026-03-05T12:00:00+08:00');

    expect(bot.said(staff).join('\n')).toContain(
      '小林 的英语会员到期了，还在「英语付费1群」，移出还是留下（移出／留下）',
    );
    expect(done()).toEqual([INVITED]);
    expect(await flow()).toContain('小林 · 英语：离开付费群，进行中（到期了）');
    expect(await owner.says('/标签 @小林', staff, { mentions: [lin] })).not.toContain('英语付费');
    const number = /^(\d+)\. 小林 的英语会员/mu.exec(await owner.says('/待办', staff))?.[1] ?? '';
    expect(await confirmed(owner, `/待办 ${number} 移出`, staff)).toBe('好，正在移出 小林。');
    expect(done()).toEqual([INVITED, REMOVED]);
    await lin.leaves(paid);
    await bot.passTo('2026-03-05T12:05:00+08:00');

    expect(await flow()).toContain('离群：完成（已离开）');
    expect(await flow()).toContain('记录：带过去 4 天、45 分');
    expect(await lin.says('我的', trial)).toContain('累计 4 天\n积分 45');
    expect(await owner.says('/撤销', staff)).not.toContain('已撤销');
  });

  test('who renews in between stays, and is not invited again', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, buys, done, flow, lin, minutes, owner, staff } = scene;
    await moveIn(scene);
    await bot.passTo('2026-03-05T12:00:00+08:00');
    expect(await owner.says('/待办', staff)).toContain('小林 的英语会员到期了');

    await buys('季卡 199');
    await minutes(2);

    expect(await owner.says('/待办', staff)).not.toContain('小林 的英语会员到期了');
    expect(done()).toEqual([INVITED]);
    expect(await flow()).toContain('邀请：跳过（已经在群里）');
    expect(await flow()).toContain('送别：跳过（以前送别过）');
    expect(await owner.says('/标签 @小林', staff, { mentions: [lin] })).toContain('英语付费');
  });

  test('who is let stay keeps the record where it is', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, done, flow, lin, minutes, owner, paid, staff } = scene;
    await moveIn(scene);
    await bot.passTo('2026-03-05T12:00:00+08:00');
    const number = /^(\d+)\. 小林 的英语会员/mu.exec(await owner.says('/待办', staff))?.[1] ?? '';

    expect(await owner.says(`/待办 ${number} 留下`, staff)).toBe('好，小林 留在群里。');
    await minutes(2);

    expect(await flow()).toContain('离群：跳过（留在群里）');
    expect(await lin.says('我的', paid)).toContain('积分 35');
    expect(done()).toEqual([INVITED]);
  });

  test('a refund asks after a while, a removal that fails is a person’s, and who leaves by themselves settles it', async () => {
    const scene = await startMoveScene(dialect, { capabilities: { remove: false } });
    const { flow, lin, minutes, owner, paid, staff } = scene;
    await moveIn(scene, '季卡 199');
    await confirmed(owner, '/订单 退款 1', staff);
    await minutes(5);
    expect(await owner.says('/待办', staff)).not.toContain('小林 的英语会员已退款');
    await minutes(6);
    const number = /^(\d+)\. 小林 的英语会员已退款/mu.exec(await owner.says('/待办', staff))?.[1] ?? '';

    await confirmed(owner, `/待办 ${number} 移出`, staff);
    expect(await owner.says('/待办', staff)).toContain('把 小林 移出「英语付费1群」没成：这个微信接口不能代劳');
    await lin.leaves(paid);
    await minutes(2);

    expect(await flow()).toContain('离群：完成（已离开）');
    expect(await owner.says('/待办', staff)).toContain('没有待办');
  });

  test('an order that was a mistake leaves nothing behind, or stops what it began', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, buys, done, flow, lin, minutes, owner, staff } = scene;
    await buys();
    expect(await owner.says('/撤销', staff)).toContain('已撤销');
    await minutes(30);
    expect(done()).toEqual([]);
    expect(await flow()).toContain('还没有进群的流程');

    await buys();
    await minutes(2);
    expect(await owner.says('/撤销', staff)).toContain('已撤销');
    await minutes(30);
    expect(await flow()).toContain('离开付费群，已完成（订单撤销了）');
    expect(await owner.says('/标签 @小林', staff, { mentions: [lin] })).not.toContain('英语付费');
    expect(bot.said(lin)).toEqual([]);

    await buys();
    await minutes(2);
    expect(done()).toEqual([INVITED, INVITED]);
  });

  test('who pays again before the morning is not told that the card is over, and may be told something else', async () => {
    const scene = await startMoveScene(dialect);
    const { bot, buys, lin, minutes, owner, staff } = scene;
    await lin.whispers('你好');
    await moveIn(scene, '季卡 199');
    await bot.passTo('2026-03-04T22:00:00+08:00');
    await confirmed(owner, '/订单 退款 1', staff);
    await minutes(15);
    const contact = () =>
      bot.database.transaction((tx) => tx.selectFrom('private_contact').select('told_at').execute());
    expect((await contact()).filter(({ told_at: at }) => at !== null)).toHaveLength(1);

    await buys('季卡 199');
    await bot.passTo('2026-03-05T09:00:00+08:00');

    expect(bot.said(lin).filter((line) => line.includes('会员'))).toEqual([]);
    expect((await contact()).filter(({ told_at: at }) => at !== null)).toEqual([]);
  });

  test('who comes by an old invitation after the end is shown to a manager', async () => {
    const scene = await startMoveScene(dialect);
    const { buys, lin, minutes, owner, paid, staff } = scene;
    await buys();
    await minutes(2);
    await owner.says('/撤销', staff);
    await minutes(30);

    await lin.joins(paid);
    await minutes(30);

    expect(await owner.says('/待办', staff)).toContain('小林 的英语会员订单撤销了，还在「英语付费1群」');
  });
});
