import { expect, test } from 'vitest';
import { decidePurchase } from '../../src/domain/flash-sale.js';

const SALE = { id: 1, stock: 2, sold: 1, startsAt: 100, endsAt: 200 };

test.each([
  ['the next number', SALE, 100, false, 2],
  ['the last moment', SALE, 199, false, 2],
  ['too early', SALE, 99, false, 'flash_sale.not_yet'],
  ['too late', SALE, 200, false, 'flash_sale.over'],
  ['nothing left', { ...SALE, sold: 2 }, 150, false, 'flash_sale.sold_out'],
  ['a second one', SALE, 150, true, 'flash_sale.bought'],
  ['a second one of nothing', { ...SALE, sold: 2 }, 150, true, 'flash_sale.bought'],
] as const)('%s', (...[, sale, sentAt, hasOne, expected]) => {
  const decided = decidePurchase(sale, sentAt, hasOne);

  expect(decided.ok ? decided.value : decided.refusal.code).toBe(expected);
});
