import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { confirmed, leapTo, startCardRoom } from './card-room.js';

describeDialects('orders', (dialect) => {
  test('an order opens a card, in whatever order its words come', async () => {
    const { owner, room } = await startCardRoom(dialect);

    expect(await owner.says('/订单 @小林 季卡 199', room)).toBe(
      '已记订单 1：小林 英语季卡 199 元\n会员到 6月1日（还有 92 天）\n记错了 24 小时内可以：/撤销',
    );
    expect(await owner.says('/订单 @小周 199.5元 月卡 备注：微信转账', room)).toContain(
      '已记订单 2：小周 英语月卡 199.50 元\n会员到 4月1日（还有 31 天）',
    );
    expect(await owner.says('/订单 @小林 英语月卡69元', room)).toContain('会员到 7月1日（还有 122 天）');
    expect(await owner.whispers('/订单 2')).toContain('备注：微信转账');
    expect(await owner.whispers('/订单')).toContain('3. 小林 英语月卡 69 元　3月2日\n2. 小周 英语月卡 199.50 元');
    expect(await owner.says('/订单', room)).toContain('不在群里说');
  });

  test('what is no card, no amount or no member is refused by one line of cause and one of example', async () => {
    const { owner, room } = await startCardRoom(dialect);

    expect(await owner.says('/订单 @小林 双月卡 199', room)).toContain('不是会员卡');
    expect(await owner.says('/订单 @小林 季卡 1.999', room)).toContain('「1.999」不是金额');
    expect(await owner.says('/订单 @小林 季卡', room)).toContain('还缺少「金额」');
    expect(await owner.says('/订单 @没有这人 季卡 199', room)).toContain('没有找到');
    expect(await owner.whispers('/订单 9')).toContain('没有编号 9 的订单');
  });

  test('an order is undone with its card, and a later one stays as if the first had never been', async () => {
    const { owner, room, bot } = await startCardRoom(dialect);
    await owner.says('/订单 @小林 季卡 199', room);
    await owner.says('/订单 @小林 月卡 69', room);

    expect(await owner.says('/撤销 2', room)).toContain('撤销');
    expect(await owner.whispers('/会员 @小林')).toContain('英语 月卡：到 4月1日（还有 31 天）');
    expect(await owner.says('/撤销 3', room)).toContain('撤销');
    expect(await owner.whispers('/会员 @小林')).toContain('还没有会员卡');
    expect(await owner.whispers('/订单 1')).toContain('已撤销');
    expect(bot.said(room).length).toBeGreaterThan(0);
  });

  test('a large sum, a card for nothing or for life waits for a second word', async () => {
    const { owner, room } = await startCardRoom(dialect);

    const asked = await owner.says('/订单 @小林 年卡 599', room);
    expect(asked).toContain('开通英语年卡，599 元');
    expect(asked).toMatch(/确认 \d{4}/u);
    expect(await owner.whispers('/会员 @小林')).toContain('还没有会员卡');

    expect(await confirmed(owner, '/订单 @小周 终身卡 赠送', room)).toContain('终身有效');
    expect(await owner.whispers('/会员 @小周')).toContain('英语 终身卡：终身有效');
  });

  test('a refund takes back what the card had left, after a second word, and can be undone', async () => {
    const { owner, room, bot } = await startCardRoom(dialect);
    await owner.says('/订单 @小林 季卡 199', room);
    await owner.says('/订单 @小林 月卡 69', room);
    leapTo(bot, '2026-03-12T10:00:00+08:00');

    expect(await owner.says('/订单 退款 1 500', room)).toContain('最多还能退 199 元');
    const answer = await confirmed(owner, '/订单 退款 1', room);
    expect(answer).toContain('订单 1 退款 199 元');
    expect(answer).toContain('会员到 4月10日');
    expect(await owner.says('/订单 退款 1', room)).toContain('现在是「已退款」');
    expect(await confirmed(owner, '/订单 退款 2', room)).toContain('今天起不再有效');
    expect(await owner.whispers('/会员 @小林')).toContain('3月11日 到期');

    await owner.says('/撤销', room);
    expect(await owner.whispers('/会员 @小林')).toContain('到 4月10日');
  });

  test('an upgrade credits the rest of the former card, rounded down to the fen', async () => {
    const { owner, room, bot } = await startCardRoom(dialect);
    await owner.says('/订单 @小林 月卡 69', room);
    leapTo(bot, '2026-03-12T10:00:00+08:00');

    expect(await owner.says('/订单 升级 @小林 周卡 9', room)).toContain('不算升级');
    expect(await owner.says('/订单 升级 @小林 季卡 10', room)).toContain('旧卡还值 46.74 元');
    const answer = await owner.says('/订单 升级 @小林 季卡 199', room);
    expect(answer).toContain('补 152.26 元（旧卡抵 46.74 元）');
    expect(answer).toContain('会员到 6月11日（还有 92 天）');

    await owner.says('/撤销', room);
    expect(await owner.whispers('/会员 @小林')).toContain('英语 月卡：到 4月1日（还有 21 天）');
  });

  test('the course is the one that was named, the room’s, or the only one that it can be', async () => {
    const { bot, owner, lin } = await startCardRoom(dialect);
    const staff = bot.room('员工群');
    await owner.says('/建群 员工', staff);
    const other = bot.room('数学1群');
    await owner.says('/建群 体验 唐诗', other);

    expect(await owner.says('/订单 @小林 季卡 199', staff)).toContain('英语季卡');
    await lin.joins(other);
    expect(await owner.says('/订单 @小林 月卡 69', staff)).toContain('要写明是哪门课');
    expect(await owner.says('/订单 @小林 唐诗 月卡 69', staff)).toContain('唐诗月卡');
    expect(await owner.says('/英语1群 订单 @小林 月卡 69', staff)).toContain('英语月卡');
    expect(await owner.whispers('/会员 @小林 冻结')).toContain('要动哪一张');
  });
});
