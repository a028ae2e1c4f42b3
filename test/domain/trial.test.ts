import { expect, test } from 'vitest';
import { addDays, type LocalDay, localDay } from '../../src/domain/local-day.js';
import { localMomentOf } from '../../src/domain/local-time.js';
import {
  firstTrialDay,
  isNewcomer,
  proposalFor,
  trialDayOn,
  type TrialMember,
  trialStepFor,
} from '../../src/domain/trial.js';

const TUESDAY = localDay(2026, 3, 3) as LocalDay;
const HOUR = 3_600_000;
const TASK = 8 * 60;

test('a Tuesday 21:00 joiner has day 1 on Wednesday; before the task, it is the same day', () => {
  const first = (time: string) =>
    firstTrialDay(localMomentOf(Date.parse(`2026-03-03T${time}:00+08:00`), 'Asia/Shanghai'), TASK, null);

  expect(['21:00', '08:00', '07:59', '00:00'].map(first)).toEqual([
    addDays(TUESDAY, 1),
    addDays(TUESDAY, 1),
    TUESDAY,
    TUESDAY,
  ]);
  expect(trialDayOn(addDays(TUESDAY, 1), TUESDAY)).toBe(0);
});

test('it never begins before the course of the room', () => {
  const joined = { day: TUESDAY, minute: 0 };

  expect(firstTrialDay(joined, TASK, addDays(TUESDAY, 5))).toBe(addDays(TUESDAY, 5));
  expect(firstTrialDay(joined, TASK, addDays(TUESDAY, -5))).toBe(TUESDAY);
});

const member: TrialMember = {
  firstDay: addDays(TUESDAY, 1),
  days: 7,
  since: 0,
  hasPaid: false,
  checkedIn: false,
  said: [],
};

test('guidance comes between twenty and forty-eight hours, and not after a check-in', () => {
  const on = (hours: number, some: Partial<TrialMember> = {}) =>
    trialStepFor({ ...member, ...some }, addDays(TUESDAY, 1), hours * HOUR);

  expect([19, 20, 47, 48].map((hours) => on(hours))).toEqual([undefined, 'guide', 'guide', undefined]);
  expect(on(20, { checkedIn: true })).toBeUndefined();
  expect(on(20, { said: ['guide'] })).toBeUndefined();
  expect(trialStepFor(member, TUESDAY, 20 * HOUR)).toBeUndefined();
});

test('there is an offer on days 5, 6 and 7 alone, each once, none to those who have paid', () => {
  const on = (day: number, some: Partial<TrialMember> = {}) =>
    trialStepFor({ ...member, checkedIn: true, days: 10, ...some }, addDays(TUESDAY, day), 30 * 24 * HOUR);

  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((day) => on(day))).toEqual([
    ...Array<undefined>(4).fill(undefined),
    'offer-5',
    'offer-6',
    'offer-7',
    ...Array<undefined>(4).fill(undefined),
  ]);
  expect(on(6, { said: ['offer-5', 'offer-6'] })).toBeUndefined();
  expect(on(6, { hasPaid: true })).toBeUndefined();
});

test('what is proposed follows from the days of check-in', () => {
  expect([0, 1, 3, 4, 7].map(proposalFor)).toEqual(['thank', 'extend', 'extend', 'invite', 'invite']);
});

test('who joined a trial ago or longer begins none', () => {
  expect([6 * 24, 7 * 24].map((hours) => isNewcomer(0, hours * HOUR))).toEqual([true, false]);
});
