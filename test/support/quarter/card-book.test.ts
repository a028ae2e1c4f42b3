/** The book of cards against a calendar on the wall: it judges the bot, so it is judged by hand. */

import { expect, test } from 'vitest';
import { CardBook } from './card-book.js';
import type { Kind } from './card-strip.js';

const KEY = 'wx-lin 英语';

function day(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function through(...bought: readonly (readonly [date: string, kind: Kind])[]): string {
  const book = new CardBook();
  for (const [date, kind] of bought) book.note(KEY, day(date), { what: 'bought', kind, by: date });
  return lastDay(book);
}

function lastDay(book: CardBook): string {
  const last = book.coverOf(KEY)?.through ?? Number.NaN;
  return Number.isNaN(last) ? 'never' : new Date(last * 86_400_000).toISOString().slice(0, 10);
}

test.each([
  ['2026-01-31', '月卡', '2026-02-28'],
  ['2028-01-31', '月卡', '2028-02-29'],
  ['2026-03-15', '月卡', '2026-04-14'],
  ['2026-11-30', '季卡', '2027-02-28'],
  ['2028-02-29', '年卡', '2029-02-28'],
  ['2026-03-15', '日卡', '2026-03-15'],
  ['2026-03-15', '周卡', '2026-03-21'],
] as const)('a card of %s, %s, lasts through %s', (date, kind, last) => {
  expect(through([date, kind])).toBe(last);
});

test('cards that are bought in a row count from the first one on, and after a gap anew', () => {
  expect(through(['2026-01-31', '月卡'], ['2026-02-10', '月卡'])).toBe('2026-03-30');
  expect(through(['2026-01-31', '月卡'], ['2026-03-01', '月卡'])).toBe('2026-03-31');
});

test('frozen days come on top, and what was paid back before its time leaves no trace', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-03-01'), { what: 'bought', kind: '月卡', by: 'a' });
  book.note(KEY, day('2026-03-10'), { what: 'frozen' });
  book.note(KEY, day('2026-03-15'), { what: 'thawed' });
  expect(lastDay(book)).toBe('2026-04-05');

  book.note(KEY, day('2026-03-16'), { what: 'bought', kind: '月卡', by: 'b' });
  book.note(KEY, day('2026-03-17'), { what: 'refunded', order: 'b' });
  expect(lastDay(book)).toBe('2026-04-05');
});

test('cards that were paid back one after the other leave no trace either', () => {
  const book = new CardBook();
  for (const [order, kind] of Object.entries({ a: '年卡', b: '月卡', c: '季卡' } as const))
    book.note(KEY, day('2026-01-20'), { what: 'bought', kind, by: order });
  for (const order of ['b', 'c']) book.note(KEY, day('2026-02-20'), { what: 'refunded', order });
  expect(lastDay(book)).toBe('2027-01-19');

  book.note(KEY, day('2026-02-22'), { what: 'bought', kind: '月卡', by: 'd' });
  expect(lastDay(book)).toBe('2027-02-19');
});

test('a card for life that is paid back has brought the days since what lay before it was used up', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-03-01'), { what: 'bought', kind: '月卡', by: 'a' });
  book.note(KEY, day('2026-03-02'), { what: 'bought', kind: '终身卡', by: 'b' });
  book.note(KEY, day('2026-03-03'), { what: 'bought', kind: '月卡', by: 'c' });
  for (const [date, order] of Object.entries({ '2026-03-09': 'a', '2026-03-10': 'c', '2026-03-11': 'b' }))
    book.note(KEY, day(date), { what: 'refunded', order });

  expect(lastDay(book)).toBe('2026-03-10');
});

test('what is left of a card that was begun ends the day before it is paid back', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-03-01'), { what: 'bought', kind: '季卡', by: 'a' });
  book.note(KEY, day('2026-03-20'), { what: 'refunded', order: 'a' });

  expect(lastDay(book)).toBe('2026-03-19');
});

test('what is paid back of one order moves up what lies behind it, and later months are counted from the first day on', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-01-20'), { what: 'bought', kind: '周卡', by: 'a' });
  book.note(KEY, day('2026-01-21'), { what: 'bought', kind: '月卡', by: 'b' });
  expect(lastDay(book)).toBe('2026-02-26');

  book.note(KEY, day('2026-01-23'), { what: 'refunded', order: 'a' });
  expect(lastDay(book)).toBe('2026-02-22');

  book.note(KEY, day('2026-01-24'), { what: 'refunded', order: 'b' });
  expect(lastDay(book)).toBe('2026-01-23');
});

test('a card that is turned in ends the day before, and of each order it is told how much is left', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-03-01'), { what: 'bought', kind: '月卡', by: 'a' });
  book.note(KEY, day('2026-03-05'), { what: 'bought', kind: '周卡', by: 'b' });
  expect(Object.fromEntries(book.leftOf(KEY, day('2026-03-11')) ?? [])).toEqual({ a: [21, 31], b: [7, 7] });

  book.note(KEY, day('2026-03-11'), { what: 'ended', by: 'c' });
  book.note(KEY, day('2026-03-11'), { what: 'bought', kind: '季卡', by: 'c' });
  expect(lastDay(book)).toBe('2026-06-10');

  book.takeBack(KEY, 'c');
  expect(lastDay(book)).toBe('2026-04-07');
});

test('an order that is told late counts from the day on which it was paid', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-03-10'), { what: 'bought', kind: '周卡', by: 'b' });
  book.note(KEY, day('2026-03-09'), { what: 'bought', kind: '日卡', by: 'a' });
  expect(lastDay(book)).toBe('2026-03-16');
});

test('what was for life leaves the days that were lived', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-03-01'), { what: 'bought', kind: '终身卡', by: 'a' });
  expect(book.coverOf(KEY)?.through).toBeNull();

  book.note(KEY, day('2026-03-11'), { what: 'refunded', order: 'a' });
  expect(lastDay(book)).toBe('2026-03-10');
});
