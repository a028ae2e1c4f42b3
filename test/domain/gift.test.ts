import { describe, expect, test } from 'vitest';
import { orderWords } from '../../src/copy/zh-cn/gifts.js';
import { readCodes } from '../../src/domain/code-list.js';
import { parseGiftOrder } from '../../src/domain/gift-order.js';
import { decideCancel, decideRedemption, type Gift, readWish } from '../../src/domain/gift.js';
import type { GiftId } from '../../src/domain/ids.js';
import { parseFen } from '../../src/domain/money.js';

function gift(id: number, name: string, terms: Partial<Gift> = {}): Gift {
  const plain = {
    roomId: 0,
    price: 10,
    left: null,
    limit: null,
    needsAddress: false,
    batchId: null,
    listed: true,
  } as const;
  return { id: id as GiftId, name, ...plain, ...terms };
}

describe('what is wished for', () => {
  const gifts = [gift(3, '水杯'), gift(7, '积木3'), gift(8, 'T 恤')];
  const read = (wanted: string) => {
    const wish = readWish(wanted, gifts);
    return wish.ok ? [wish.value.gift.name, wish.value.quantity] : wish.refusal.code;
  };

  test.each([
    ['水杯', ['水杯', 1]],
    ['3', ['水杯', 1]],
    ['#3', ['水杯', 1]],
    ['水杯 2', ['水杯', 2]],
    ['水杯x2', ['水杯', 2]],
    ['水杯 2个', ['水杯', 2]],
    ['积木3', ['积木3', 1]],
    ['积木3 2', ['积木3', 2]],
    ['t恤', ['T 恤', 1]],
    ['大水杯', 'gift.ambiguous'],
    ['杯', 'gift.ambiguous'],
    ['飞船', 'gift.unknown'],
    ['99', 'gift.unknown'],
  ])('%s', (wanted, meant) => {
    expect(read(wanted)).toEqual(meant);
  });
});

describe('whether it may be had', () => {
  const decide = (terms: Partial<Gift>, quantity: number, balance: number, taken = 0) => {
    const decided = decideRedemption({ gift: gift(1, '杯', terms), quantity }, { balance, taken });
    return decided.ok ? decided.value : decided.refusal.code;
  };

  test('stock, limit and balance decide, to the last one', () => {
    expect(decide({ left: 2 }, 2, 20)).toBe(20);
    expect(decide({ left: 2 }, 3, 99)).toBe('gift.few_left');
    expect(decide({ left: 0 }, 1, 99)).toBe('gift.sold_out');
    expect(decide({ limit: 2 }, 1, 99, 1)).toBe(10);
    expect(decide({ limit: 2 }, 1, 99, 2)).toBe('gift.limit_reached');
    expect(decide({}, 1, 9)).toBe('points.too_few');
    expect(decide({}, 11, 999)).toBe('gift.too_many');
    expect(decide({}, 0, 999)).toBe('gift.too_many');
    expect(decide({ batchId: 1 as never }, 2, 999)).toBe('gift.too_many');
  });

  test('it is called off by its member for a day, by staff until it has left, and never once a code was read', () => {
    const day = 86_400_000;
    const cancel = (
      state: 'pending' | 'fulfilled' | 'cancelled',
      role: 'member' | 'manager',
      { now = 0, isCode = false, codeSeen = false } = {},
    ) => {
      const decided = decideCancel({ id: 1, state, at: 0, isCode, codeSeen }, role, now);
      return decided.ok || decided.refusal.code;
    };
    expect(cancel('pending', 'member', { now: day })).toBe(true);
    expect(cancel('pending', 'member', { now: day + 1 })).toBe('redemption.too_late');
    expect(cancel('pending', 'manager', { now: 9 * day })).toBe(true);
    expect(cancel('fulfilled', 'manager')).toBe('redemption.not_pending');
    expect(cancel('cancelled', 'manager')).toBe('redemption.not_pending');
    expect(cancel('fulfilled', 'member', { isCode: true })).toBe(true);
    expect(cancel('fulfilled', 'manager', { isCode: true, codeSeen: true })).toBe('redemption.code_seen');
  });
});

describe('an order about a gift', () => {
  test.each([
    ['加 水杯 200 库存 50 限 1 要地址', 'add', '水杯', { price: 200, stock: 50, limit: 1, needsAddress: true }],
    ['水杯 加 要地址 库存50个 200分', 'add', '水杯', { price: 200, stock: 50, needsAddress: true }],
    ['加 限量水杯 200', 'add', '限量水杯', { price: 200 }],
    ['加 T 恤 价格 99 库存 不限', 'add', 'T 恤', { price: 99, stock: null }],
    ['改 水杯 每人限 不限 不要地址', 'change', '水杯', { limit: null, needsAddress: false }],
    ['加 周卡 40 券码 会员周卡', 'add', '周卡', { price: 40, batch: '会员周卡' }],
    ['下架 水杯', 'unlist', '水杯', {}],
    ['水杯', undefined, '水杯', {}],
    ['', undefined, '', {}],
  ])('%s', (line, action, name, terms) => {
    expect(parseGiftOrder(line, orderWords)).toEqual({ action, name, terms });
  });
});

test('codes are read off whatever was pasted', () => {
  expect(readCodes('券码,备注\nA1B2\n\n A1B2 \n"C3-D4",x\nE5\tF6\n两个字')).toEqual(['A1B2', 'C3-D4', 'E5']);
});

test('amounts are whole fen', () => {
  const amounts = ['6.66元', '￥500', '0.1', '500', '500块钱'].map(parseFen);
  expect(amounts).toEqual([666, 50_000, 10, 50_000, 50_000]);
  for (const wrong of ['0', '6.666', '-5', '1e3', '五元', '', '1000000', '100001'])
    expect(parseFen(wrong)).toBeUndefined();
});
