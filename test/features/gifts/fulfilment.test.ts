import { pino } from 'pino';
import { expect, test } from 'vitest';
import { keepHouse } from '../../../src/kit/housekeeping.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { givePoints, minuteLater, startGiftRoom } from './gift-room.js';

const DAY_MS = 86_400_000;

describeDialects('fulfilment', (dialect) => {
  async function startWithRedemption(gift = '水杯 30 库存 5 要地址', from: Dialect = dialect) {
    const scene = await startGiftRoom(from);
    await scene.owner.says(`/礼品 加 ${gift}`, scene.room);
    await givePoints(scene.bot, scene.lin, 100);
    const answer = await scene.lin.says(`兑换 ${gift.split(' ')[0]}`, scene.room);
    return { ...scene, answer };
  }

  test('an address is asked for in private and told to staff alone', async () => {
    const { owner, lin, room, answer } = await startWithRedemption();
    expect(answer).toContain('地址别发在群里，私聊我发送：地址');

    expect(await lin.whispers('地址 小林 13800000000 上海市静安区 1 号')).toContain('记下了，水杯会寄到这里');
    expect(await owner.says('/发放', room)).toContain('1. 小林 水杯　地址私聊看');
    expect(await owner.whispers('/英语1群 发放')).toContain('1. 小林 水杯　小林 13800000000 上海市静安区 1 号');
    expect(await owner.says('兑换 待发放', room)).toContain('待发放 1 份');
  });

  test('an address that is told to the whole room is asked for in private', async () => {
    const { bot, lin, room } = await startWithRedemption();

    expect(await lin.says('地址：上海市静安区 1 号', room)).toContain('@小林 小林，群里大家都看得到，先把这条撤回吧');
    expect(await bot.person('小陈').says('地址：上海市静安区 2 号', room)).toBe('');
    expect(await lin.whispers('我的兑换')).toContain('还差地址');
  });

  test('an address without a gift that waits for it is not kept', async () => {
    const { bot, lin } = await startGiftRoom(dialect);

    expect(await lin.whispers('地址 上海市静安区 1 号')).toContain('没有等着寄的礼品，地址没有留下');
    const tables = ['outbox', 'last_refusal', 'action', 'redemption'] as const;
    const kept = await bot.database.transaction((tx) =>
      Promise.all(tables.map((table) => tx.selectFrom(table).selectAll().execute())),
    );
    expect(JSON.stringify(kept)).not.toContain('静安区');
  });

  test('a gift that left is told once in the room, and its number to its member in private', async () => {
    const { bot, owner, lin, room } = await startWithRedemption('书签 30');

    const answer = await owner.whispers('/英语1群 发放 1 顺丰 SF123');

    expect(answer).toContain('编号 1：小林 的书签已登记发放');
    expect(bot.said(room).at(-1)).toMatch(/^📦 .*小林 的书签.*\n详情私聊我发送：我的兑换$/u);
    expect(await lin.whispers('我的兑换')).toContain('1. 书签　已发放（顺丰 SF123）');
    expect(await lin.says('我的兑换', room)).not.toContain('SF123');
    expect(await owner.says('/发放 1', room)).toContain('编号 1 现在是「已发放」');
    expect(await owner.says('/发放', room)).toContain('没有待发放的兑换');
  });

  test('staff call it off with a reason: stock and points go back', async () => {
    const { bot, owner, lin, room } = await startWithRedemption('书签 30 库存 5');

    expect(await owner.says('/发放 1 取消', room)).toContain('还缺少「原因」');
    expect(await owner.says('/发放 取消 1 断货了', room)).toContain('30 分退回');
    expect(bot.said(room).at(-2)).toContain('小林 的书签这次发不了，积分已退回');
    expect(await lin.says('兑换', room)).toContain('小林有 100 分）\n1. 书签　30 分 · 剩 5');
    expect(await lin.whispers('我的兑换')).toContain('已取消（断货了）');
    expect(await owner.says('/发放 1 取消 再来一次', room)).toContain('编号 1 现在是「已取消」');
    minuteLater(bot);
    expect(await lin.says('兑换', room)).toContain('小林有 100 分');
  });

  test('members call off what is theirs, within a day, and nothing else', async () => {
    const { bot, owner, lin, room } = await startWithRedemption('书签 30 库存 5');
    const chen = bot.person('小陈');
    await chen.joins(room);

    expect(await chen.says('取消兑换 1', room)).toContain('没有编号 1 的兑换');
    expect(await lin.says('取消兑换', room)).toContain('已取消编号 1 的书签，退回 30 分，现在有 100 分');
    minuteLater(bot);
    expect(await lin.says('取消兑换', room)).toContain('没有可以取消的兑换');
    await lin.says('兑换 书签', room);
    await lin.says('兑换 书签 2', room);
    minuteLater(bot);
    expect(await lin.says('取消兑换', room)).toBe(
      '你有几份还没发放，要取消哪一份？\n3. 书签 ×2\n2. 书签\n带上编号，例如：取消兑换 3',
    );
    expect(await lin.says('取消兑换 3', room)).toContain('退回 60 分');
    await bot.passTo('2026-03-03T10:00:00+08:00');
    expect(await lin.says('取消兑换 2', room)).toContain('超过 24 小时');
    expect(await owner.says('/发放 2 取消 对方不要了', room)).toContain('30 分退回');
  });

  test('a manager of one room has no say in the redemptions of another', async () => {
    const { bot, owner, lin } = await startWithRedemption('书签 30');
    const other = bot.room('英语2群');
    await owner.says('/建群 体验 英语', other);
    await lin.joins(other);
    await owner.says('/授权 小林 运营', other);

    expect(await lin.says('/发放 1 顺丰', other)).toContain('没有编号 1 的兑换');
    expect(await lin.says('/发放', other)).toContain('没有待发放的兑换');
  });

  test('an address is forgotten thirty days after the gift has left, and so are the lists that showed it', async () => {
    const { bot, owner, lin, room } = await startWithRedemption();
    await lin.whispers('地址 小林 上海市静安区 1 号');
    await owner.whispers('/英语1群 发放');
    await owner.says('/发放 1 顺丰', room);
    const { database } = bot;
    const keepHouseAt = (now: number) =>
      keepHouse({ database, clock: { now: () => now, monotonic: () => 0 }, log: pino({ level: 'silent' }) });
    const known = () =>
      bot.database.transaction(async (tx) => ({
        addresses: (await tx.selectFrom('redemption').select('address').where('address', 'is not', null).execute())
          .length,
        lists: (await tx.selectFrom('outbox').select('id').where('body', 'like', '%静安区%').execute()).length,
      }));

    await keepHouseAt(bot.clock.now() + 29 * DAY_MS);
    expect(await known()).toEqual({ addresses: 1, lists: 1 });
    await keepHouseAt(bot.clock.now() + 31 * DAY_MS);
    expect(await known()).toEqual({ addresses: 0, lists: 0 });
  });
});
