import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Camp, decideCamp, type Participation, participationOf, progressOf } from '../../src/domain/camp.js';
import type { LocalDay } from '../../src/domain/local-day.js';

const FIRST = 20_000;

function day(number: number): LocalDay {
  return (FIRST + number - 1) as LocalDay;
}

/** Of 21 days, 18 of which are to be done. */
const CAMP: Camp = { firstDay: day(1), lastDay: day(21), required: 18, endedDay: null };

function days(from: number, to: number): LocalDay[] {
  return Array.from({ length: to - from + 1 }, (_, index) => day(from + index));
}

function from(number: number, left: number | null = null): Participation {
  return { joinedDay: day(number), leftDay: left === null ? null : day(left) };
}

test('who is there from the first day on has to do all that is required', () => {
  expect(progressOf(CAMP, from(-30), days(1, 18), day(22))).toMatchObject({ days: 18, needed: 18, state: 'done' });
  expect(progressOf(CAMP, from(-30), days(1, 17), day(22))).toMatchObject({ days: 17, state: 'out-of-reach' });
});

test.each([
  [2, 18],
  [8, 12],
  [11, 10],
  [20, 2],
  [21, 1],
])('who comes on day %i has to do %i, a fraction rounded up', (joined, needed) => {
  expect(progressOf(CAMP, from(joined), [], day(21))).toMatchObject({ from: day(joined), to: day(21), needed });
});

test('days outside the camp, and from before coming, are not counted', () => {
  expect(progressOf(CAMP, from(8), [...days(-3, 9), ...days(21, 25)], day(30)).days).toBe(3);
});

test('who leaves before the end does not finish, whatever is done', () => {
  expect(progressOf(CAMP, from(1, 20), days(1, 20), day(22))).toMatchObject({ days: 20, state: 'left' });
});

test('a camp that is ended early takes its share of the days', () => {
  const ended: Camp = { ...CAMP, endedDay: day(7) };

  expect(progressOf(ended, from(1), days(1, 6), day(8))).toMatchObject({ needed: 6, state: 'done', to: day(7) });
});

test.each([
  ['on the first morning', [], 1, { left: 21, state: 'on-track' }],
  ['with two days to spare', days(2, 10), 11, { left: 11, state: 'on-track' }],
  ['with one day to spare', days(3, 10), 11, { left: 11, state: 'at-risk' }],
  ['with none to spare', days(3, 10), 12, { left: 10, state: 'at-risk' }],
  ['with one day too few', days(3, 10), 13, { left: 9, state: 'out-of-reach' }],
  ['once it is done', days(1, 18), 19, { left: 3, state: 'done' }],
  ['after a check-in today', days(1, 5), 5, { left: 16, state: 'on-track' }],
])('%s it stands so', (_, done, today, expected) => {
  expect(progressOf(CAMP, from(1), done, day(today))).toMatchObject(expected);
});

test('where every day is required, nobody who has missed none is at risk', () => {
  const strict = { ...CAMP, required: 21 };

  expect(progressOf(strict, from(1), days(1, 9), day(10)).state).toBe('on-track');
  expect(progressOf(strict, from(1), days(2, 9), day(10)).state).toBe('out-of-reach');
});

test('leaving and coming back within the camp is as having been there', () => {
  const first = participationOf(CAMP, { joinedDay: day(-5), leftDay: day(4) });
  expect(first).toEqual({ joinedDay: day(-5), leftDay: day(4) });

  expect(participationOf(CAMP, { joinedDay: day(9), leftDay: null }, first)).toEqual({
    joinedDay: day(-5),
    leftDay: null,
  });
});

test('coming back after the end changes nothing, and so does leaving after it', () => {
  const left = from(1, 4);

  expect(participationOf(CAMP, { joinedDay: day(23), leftDay: null }, left)).toEqual(left);
  expect(participationOf(CAMP, { joinedDay: day(1), leftDay: day(22) }, from(1))).toEqual(from(1));
});

test('who left before the first day or came after the last has no part in it', () => {
  expect(participationOf(CAMP, { joinedDay: day(-9), leftDay: day(0) })).toBeUndefined();
  expect(participationOf(CAMP, { joinedDay: day(22), leftDay: null })).toBeUndefined();
});

test.each([
  ['a day alone', { lastDay: day(1), required: 1 }, 'camp.bad_span'],
  ['an end before the start', { lastDay: day(-4), required: 1 }, 'camp.bad_span'],
  ['more than half a year', { lastDay: day(181), required: 18 }, 'camp.bad_span'],
  ['more than there are days', { required: 22 }, 'camp.bad_required'],
  ['nothing', { required: 0 }, 'camp.bad_required'],
])('a camp of %s is refused', (_, change, code) => {
  expect(decideCamp({ ...CAMP, ...change }, day(1))).toMatchObject({ ok: false, refusal: { code } });
});

test('a camp that is over cannot be opened; one that has begun can', () => {
  expect(decideCamp(CAMP, day(22))).toMatchObject({ ok: false, refusal: { code: 'camp.over' } });
  expect(decideCamp(CAMP, day(21)).ok).toBe(true);
});

test('nobody has to do more than their own days, and the state never contradicts the figures', () => {
  fc.assert(
    fc.property(
      fc
        .integer({ min: 2, max: 60 })
        .chain((length) => fc.tuple(fc.constant(length), fc.integer({ min: 1, max: length }))),
      fc.integer({ min: -10, max: 60 }),
      fc.uniqueArray(fc.integer({ min: -5, max: 70 })),
      fc.integer({ min: 1, max: 70 }),
      ([length, required], joined, checkedIn, today) => {
        const camp: Camp = { firstDay: day(1), lastDay: day(length), required, endedDay: null };
        fc.pre(joined <= length);
        const past = checkedIn.filter((number) => number <= today).map(day);

        const progress = progressOf(camp, from(joined), past, day(today));

        const own = progress.to - progress.from + 1;
        expect(progress.needed).toBeLessThanOrEqual(own);
        expect(progress.days + progress.left).toBeLessThanOrEqual(own);
        if (progress.state === 'done') expect(progress.days).toBeGreaterThanOrEqual(progress.needed);
        else expect(progress.days).toBeLessThan(progress.needed);
        expect(progress.state === 'out-of-reach').toBe(progress.days + progress.left < progress.needed);
      },
    ),
  );
});
