import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CARD_KINDS, type CardKind, lastDayAfterMonths } from '../../src/domain/card-kind.js';
import { daysLeft, reminderOn, statusOn } from '../../src/domain/card-status.js';
import { restOf } from '../../src/domain/card-value.js';
import type { CardEventId } from '../../src/domain/ids.js';
import { addDays, formatLocalDay, type LocalDay, parseLocalDay } from '../../src/domain/local-day.js';
import { type CardChange, type CardEvent, coverageOf, ranOn, runOf } from '../../src/domain/member-card.js';

function on(text: string): LocalDay {
  const day = parseLocalDay(text);
  if (day === undefined) throw new Error(`There is no day ${text}.`);
  return day;
}

type Told = readonly [day: string, change: CardChange];

/** In the order in which they came, numbered from 1. */
function events(...told: readonly Told[]): CardEvent[] {
  return told.map(([day, change], index) => ({ ...change, day: on(day), id: (index + 1) as CardEventId }));
}

function bought(day: string, kind: CardKind): Told {
  return [day, { type: 'bought', kind }];
}

function lastDay(...told: readonly Told[]): string | null | undefined {
  const through = coverageOf(events(...told))?.through;
  return through === undefined || through === null ? through : formatLocalDay(through);
}

const id = (number: number): CardEventId => number as CardEventId;

test('a card of a month ends the day before the same day of the next month', () => {
  expect(lastDay(bought('2026-03-10', 'month'))).toBe('2026-04-09');
  expect(lastDay(bought('2026-12-01', 'month'))).toBe('2026-12-31');
  expect(lastDay(bought('2026-03-02', 'quarter'))).toBe('2026-06-01');
});

test('31 January and a month ends with February, in leap years too', () => {
  expect(lastDay(bought('2026-01-31', 'month'))).toBe('2026-02-28');
  expect(lastDay(bought('2028-01-31', 'month'))).toBe('2028-02-29');
  expect(lastDay(bought('2028-01-29', 'month'))).toBe('2028-02-28');
  expect(lastDay(bought('2026-08-31', 'month'))).toBe('2026-09-30');
  expect(lastDay(bought('2026-11-30', 'quarter'))).toBe('2027-02-28');
});

test('a year from 29 February lasts through 28 February', () => {
  expect(lastDay(bought('2028-02-29', 'year'))).toBe('2029-02-28');
});

test('a day pass is that day, a week seven days, also over a change of clocks', () => {
  expect(lastDay(bought('2026-11-20', 'day'))).toBe('2026-11-20');
  expect(lastDay(bought('2026-11-20', 'week'))).toBe('2026-11-26');
  expect(lastDay(bought('2026-03-25', 'week'))).toBe('2026-03-31');
});

test('a renewal goes on where the card ends, and never loses the day of the month', () => {
  expect(lastDay(bought('2026-01-31', 'month'), bought('2026-02-20', 'month'))).toBe('2026-03-30');
  expect(lastDay(bought('2026-01-31', 'month'), bought('2026-02-28', 'month'), bought('2026-03-30', 'month'))).toBe(
    '2026-04-30',
  );
});

test('after a gap a card begins with its own day', () => {
  expect(lastDay(bought('2026-01-31', 'month'), bought('2026-03-01', 'month'))).toBe('2026-03-31');
});

test('an order that is written down late counts from its own day', () => {
  expect(lastDay(bought('2026-03-20', 'month'), bought('2026-03-01', 'month'))).toBe('2026-04-30');
  expect(lastDay(bought('2026-06-01', 'month'), bought('2026-03-01', 'month'))).toBe('2026-06-30');
});

test('frozen days are not used up, and a card may be frozen more than once', () => {
  const card = bought('2026-03-01', 'month');

  expect(lastDay(card, ['2026-03-11', { type: 'frozen' }], ['2026-03-21', { type: 'thawed' }])).toBe('2026-04-10');
  expect(lastDay(card, ['2026-03-11', { type: 'frozen' }], ['2026-06-21', { type: 'thawed' }])).toBe('2026-07-11');
  expect(
    lastDay(
      card,
      ['2026-03-11', { type: 'frozen' }],
      ['2026-03-21', { type: 'thawed' }],
      ['2026-04-01', { type: 'frozen' }],
      ['2026-04-03', { type: 'thawed' }],
    ),
  ).toBe('2026-04-12');
  expect(lastDay(card, ['2026-05-01', { type: 'frozen' }], ['2026-06-01', { type: 'thawed' }])).toBe('2026-03-31');
});

test('a card for life has no last day, and ends all the same when it is taken back', () => {
  expect(lastDay(bought('2026-03-01', 'month'), bought('2026-03-05', 'lifetime'))).toBeNull();
  expect(lastDay(bought('2026-03-01', 'lifetime'), ['2026-03-09', { type: 'refunded', aboutId: id(1) }])).toBe(
    '2026-03-08',
  );
});

test('an order that was paid back before its time leaves no trace in what is bought later', () => {
  const [first, second] = [bought('2026-01-16', 'month'), bought('2026-01-20', 'month')];
  const third = bought('2026-01-30', 'month');

  expect(lastDay(first, second, ['2026-01-22', { type: 'refunded', aboutId: id(2) }], third)).toBe('2026-03-15');
});

test('orders that were paid back one after the other leave no trace either', () => {
  const year = bought('2026-01-20', 'year');
  const [month, quarter] = [bought('2026-01-31', 'month'), bought('2026-02-05', 'quarter')];
  const back = (day: string, number: number): Told => [day, { type: 'refunded', aboutId: id(number) }];
  const later = bought('2026-02-22', 'month');

  expect(lastDay(year, month, quarter, back('2026-02-15', 3), back('2026-02-20', 2), later)).toBe('2027-02-19');
  expect(lastDay(year, month, quarter, back('2026-02-15', 2), back('2026-02-20', 3), later)).toBe('2027-02-19');
});

test('what lies behind an order that was paid back is as long as it was, and what comes later is counted without that order', () => {
  const [month, quarter] = [bought('2026-01-16', 'month'), bought('2026-01-17', 'quarter')];
  const may = bought('2026-01-18', 'month');
  const back: Told = ['2026-01-22', { type: 'refunded', aboutId: id(2) }];

  expect(lastDay(month, quarter, may)).toBe('2026-06-15');
  // From 16 May on it had 31 days, and has them now from 16 February on.
  expect(lastDay(month, quarter, may, back)).toBe('2026-03-18');
  expect(lastDay(month, quarter, may, back, bought('2026-01-23', 'month'))).toBe('2026-04-18');
});

test('behind a card for life nothing is used up', () => {
  const life = bought('2026-03-01', 'lifetime');
  const back = (day: string, number: number): Told => [day, { type: 'refunded', aboutId: id(number) }];

  for (const kind of ['month', 'lifetime'] as const) {
    const told = [life, bought('2026-03-05', kind), back('2026-03-09', 2)];
    expect(lastDay(...told)).toBeNull();
    expect(lastDay(...told, back('2026-03-11', 1))).toBe('2026-03-10');
  }
  expect(lastDay(life, bought('2026-03-05', 'week'), back('2026-03-11', 1))).toBe('2026-03-17');
});

test('a refund takes back what the order had left, and leaves what other orders brought', () => {
  const [first, second] = [bought('2026-03-01', 'month'), bought('2026-03-10', 'week')];

  expect(lastDay(first, second, ['2026-03-11', { type: 'refunded', aboutId: id(1) }])).toBe('2026-03-17');
  expect(lastDay(first, second, ['2026-03-11', { type: 'refunded', aboutId: id(2) }])).toBe('2026-03-31');
  expect(lastDay(first, ['2026-03-01', { type: 'refunded', aboutId: id(1) }])).toBe('2026-02-28');
  expect(lastDay(first, ['2026-06-01', { type: 'refunded', aboutId: id(1) }])).toBe('2026-03-31');
});

test('a frozen card that is taken back is over, not frozen for ever', () => {
  const back = coverageOf(
    events(
      bought('2026-03-01', 'month'),
      ['2026-03-05', { type: 'frozen' }],
      ['2026-03-20', { type: 'refunded', aboutId: id(1) }],
    ),
  );

  expect(back).toMatchObject({ through: on('2026-03-19'), frozenOn: null });
});

test('what was undone is as if it had never been', () => {
  expect(lastDay(bought('2026-03-01', 'month'), ['2026-03-02', { type: 'undone', aboutId: id(1) }])).toBeUndefined();
  expect(
    lastDay(bought('2026-03-01', 'month'), bought('2026-03-05', 'month'), [
      '2026-03-06',
      { type: 'undone', aboutId: id(1) },
    ]),
  ).toBe('2026-04-04');
});

test('what is bought after an end before the time begins anew', () => {
  expect(lastDay(bought('2026-03-01', 'year'), ['2026-03-09', { type: 'ended' }], bought('2026-03-09', 'month'))).toBe(
    '2026-04-08',
  );
});

test('a lapse counts where the card is over, and a card that is bought then is a new one', () => {
  const card = bought('2026-03-01', 'month');
  const lapse: Told = ['2026-04-04', { type: 'lapsed' }];

  expect(coverageOf(events(card, lapse))?.lapsed).toBe(true);
  expect(coverageOf(events(card, ['2026-03-31', { type: 'lapsed' }]))?.lapsed).toBe(false);
  expect(coverageOf(events(card, lapse, bought('2026-04-10', 'month')))).toMatchObject({
    from: on('2026-04-10'),
    lapsed: false,
  });
});

test('days of a former card are covered still', () => {
  const told = events(bought('2026-03-01', 'week'), bought('2026-05-01', 'week'));

  expect(
    ['2026-02-28', '2026-03-01', '2026-03-07', '2026-03-08', '2026-05-01'].map((day) => ranOn(told, on(day))),
  ).toEqual([false, true, true, false, true]);
});

test('cards in a row end on the same day in whatever order and pieces they were bought', () => {
  const start = fc.integer({ min: 10_000, max: 40_000 });
  const kinds = fc.array(fc.constantFrom<CardKind>('day', 'week', 'month', 'quarter', 'year'), {
    minLength: 1,
    maxLength: 12,
  });
  const row = (from: number, given: readonly CardKind[]) =>
    coverageOf(
      given.map((kind, index): CardEvent => ({ type: 'bought', day: from as LocalDay, kind, id: id(index + 1) })),
    )?.through;
  fc.assert(
    fc.property(start, kinds, (from, given) => {
      expect(row(from, given)).toEqual(row(from, given.toReversed()));
    }),
  );
  fc.assert(
    fc.property(start, (from) => {
      expect(row(from, ['month', 'month', 'month'])).toBe(row(from, ['quarter']));
    }),
  );
});

test('orders that were paid back before their time, in whatever order, are as if they had never been', () => {
  const kind = fc.constantFrom<CardKind>(...CARD_KINDS);
  const limited = fc.constantFrom<CardKind>('day', 'week', 'month', 'quarter', 'year');
  const history = fc.record({
    from: fc.integer({ min: 10_000, max: 40_000 }),
    kept: fc.array(limited, { maxLength: 3 }),
    back: fc.array(fc.tuple(kind, fc.integer()), { maxLength: 4 }),
    later: fc.array(limited, { maxLength: 3 }),
  });
  fc.assert(
    fc.property(history, ({ from, kept, back, later }) => {
      const buys = (given: readonly CardKind[]) => given.map((one): CardChange => ({ type: 'bought', kind: one }));
      const numbered = back.map(([, rank], index) => [rank, kept.length + 2 + index] as const);
      const refunds = numbered
        .toSorted(([one], [other]) => one - other)
        .map(([, number]): CardChange => ({ type: 'refunded', aboutId: id(number) }));
      const through = (changes: readonly CardChange[]) =>
        coverageOf(changes.map((one, index) => ({ ...one, day: from as LocalDay, id: id(index + 1) })))?.through;

      const stay = buys(['week', ...kept]);
      const asked = through([...stay, ...buys(back.map(([one]) => one)), ...refunds, ...buys(later)]);
      expect(asked).toBe(through([...stay, ...buys(later)]));
    }),
  );
});

test('more months never end earlier, and each ends 28 to 31 days after the one before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 60 }), (from, months) => {
      const longer = lastDayAfterMonths(from as LocalDay, months + 1) - lastDayAfterMonths(from as LocalDay, months);
      expect(longer).toBeGreaterThanOrEqual(28);
      expect(longer).toBeLessThanOrEqual(32);
    }),
  );
});

test('the order in which events of different days come in changes nothing', () => {
  const change = fc.oneof(
    fc.constantFrom<CardKind>(...CARD_KINDS).map((kind): CardChange => ({ type: 'bought', kind })),
    fc.constantFrom<CardChange>({ type: 'frozen' }, { type: 'thawed' }, { type: 'ended' }, { type: 'lapsed' }),
    fc.integer({ min: 1, max: 40 }).map((days): CardChange => ({ type: 'added', days })),
  );
  const told = fc.uniqueArray(fc.tuple(fc.integer({ min: 20_000, max: 20_400 }), change), {
    selector: ([day]) => day,
    maxLength: 12,
  });
  fc.assert(
    fc.property(told, (rows) => {
      const all = rows.map(([day, one], index): CardEvent => ({ ...one, day: day as LocalDay, id: id(index + 1) }));
      const renumbered = all.toReversed().map((event, index): CardEvent => ({ ...event, id: id(index + 1) }));
      expect(coverageOf(all)).toEqual(coverageOf(renumbered));
    }),
  );
});

const marchCard = { kind: 'month', from: on('2026-03-01'), frozenOn: null, lapsed: false } as const;
const march = { ...marchCard, through: on('2026-03-31') };

test('a card is active through its last day, then in grace, then expired', () => {
  const statuses = [0, 1, 3, 4].map((later) => statusOn(march, addDays(march.through, later), 3));

  expect(statuses).toEqual(['active', 'grace', 'grace', 'expired']);
  expect(statusOn(march, addDays(march.through, 1), 0)).toBe('expired');
  expect([0, 1].map((later) => daysLeft(march, addDays(march.through, later)))).toEqual([1, 0]);
});

test('reminders come 7 days and 1 day before the end and 3 days after it; a missed one within two days', () => {
  const due = Array.from({ length: 22 }, (_, index) => reminderOn(march, addDays(on('2026-03-20'), index)));

  expect(due.flatMap((reminder, index) => (reminder === undefined ? [] : [[index, reminder]]))).toEqual([
    [4, 'week'],
    [5, 'week'],
    [6, 'week'],
    [10, 'eve'],
    [14, 'after'],
    [15, 'after'],
    [16, 'after'],
  ]);
});

test('nobody is reminded of the end of a card that they have just bought', () => {
  const week = { ...marchCard, through: on('2026-03-07') };
  const pass = { ...marchCard, through: on('2026-03-01') };

  expect(reminderOn(week, on('2026-03-01'))).toBeUndefined();
  expect(reminderOn(week, on('2026-03-06'))).toBe('eve');
  expect(reminderOn(pass, on('2026-03-01'))).toBeUndefined();
});

test('the rest of a card is what its remaining days cost, rounded down for each order', () => {
  const told = events(bought('2026-03-01', 'month'), bought('2026-03-05', 'week'));
  const run = runOf(told);
  const paid = new Map([
    [id(1), 19_900],
    [id(2), 1_000],
  ]);
  const rest = (day: string) => run && restOf(run, on(day), paid);

  expect(rest('2026-03-01')).toBe(20_900);
  expect(rest('2026-03-16')).toBe(Math.floor((19_900 * 16) / 31) + 1_000);
  expect(rest('2026-04-03')).toBe(Math.floor((1_000 * 5) / 7));
  expect(rest('2026-04-08')).toBeUndefined();
});

test('days that were frozen are worth what they were, and a card for life has no rest', () => {
  const paid = new Map([[id(1), 31_000]]);
  const frozen = runOf(events(bought('2026-03-01', 'month'), ['2026-03-11', { type: 'frozen' }]));
  const forLife = runOf(events(bought('2026-03-01', 'lifetime')));

  expect(frozen && restOf(frozen, on('2026-05-20'), paid)).toBe(21_000);
  expect(forLife && restOf(forLife, on('2026-05-20'), paid)).toBeUndefined();
});
