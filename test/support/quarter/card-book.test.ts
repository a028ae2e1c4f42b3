/** The book of cards against a calendar on the wall: it judges the bot, so it is judged by hand. */

import { expect, test } from 'vitest';
import { CardBook, type Kind } from './card-book.js';

const KEY = 'wx-lin 英语';

function day(date: string): number {
  return Date.parse(date) / 86_400_000;
}

function through(...bought: readonly (readonly [date: string, kind: Kind])[]): string {
  const book = new CardBook();
  for (const [date, kind] of bought) book.note(KEY, day(date), { what: 'bought', kind, order: date });
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
  book.note(KEY, day('2026-03-01'), { what: 'bought', kind: '月卡', order: 'a' });
  book.note(KEY, day('2026-03-10'), { what: 'frozen' });
  book.note(KEY, day('2026-03-15'), { what: 'thawed' });
  expect(lastDay(book)).toBe('2026-04-05');

  book.note(KEY, day('2026-03-16'), { what: 'bought', kind: '月卡', order: 'b' });
  book.note(KEY, day('2026-03-17'), { what: 'refunded', order: 'b' });
  expect(lastDay(book)).toBe('2026-04-05');
});

test('what is left of a card that was begun ends the day before it is paid back', () => {
  const book = new CardBook();
  book.note(KEY, day('2026-03-01'), { what: 'bought', kind: '季卡', order: 'a' });
  book.note(KEY, day('2026-03-20'), { what: 'refunded', order: 'a' });

  expect(lastDay(book)).toBe('2026-03-19');
});
