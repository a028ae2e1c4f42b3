import { describe, expect, test } from 'vitest';
import { badgesByFigures, badgesOf, badgesToLookInto, type DayOfCheckIn } from '../../src/domain/badge.js';
import { parseLocalDay, type LocalDay } from '../../src/domain/local-day.js';

const day = (text: string): LocalDay => parseLocalDay(text) ?? (0 as LocalDay);

function days(from: string, count: number, minute?: number): DayOfCheckIn[] {
  return Array.from({ length: count }, (_, index) => ({ day: (day(from) + index) as LocalDay, minute }));
}

describe('badges', () => {
  test('streaks and totals are told by the figures', () => {
    expect(badgesByFigures({ best: 1, total: 1 })).toEqual(['first']);
    expect(badgesByFigures({ best: 6, total: 29 })).toEqual(['first']);
    expect(badgesByFigures({ best: 7, total: 30 })).toEqual(['first', 'week', 'thirty-times']);
    expect(badgesByFigures({ best: 100, total: 100 })).toHaveLength(5);
    expect(badgesByFigures({ best: 0, total: 0 })).toEqual([]);
  });

  test('an early bird was early five times: before seven, and not because the night was long', () => {
    const totals = { best: 5, total: 5 };
    expect(badgesOf(days('2026-03-02', 5, 6 * 60 + 59), totals)).toContain('early-bird');
    expect(badgesOf(days('2026-03-02', 5, 7 * 60), totals)).not.toContain('early-bird');
    expect(badgesOf(days('2026-03-02', 5, 60), totals)).not.toContain('early-bird');
    expect(badgesOf(days('2026-03-02', 4, 6 * 60), totals)).not.toContain('early-bird');
    expect(badgesOf(days('2026-03-02', 5), totals)).not.toContain('early-bird');
  });

  test('a perfect month has a check-in on each of its days', () => {
    const totals = { best: 40, total: 40 };
    expect(badgesOf(days('2026-02-01', 28), totals)).toContain('perfect-month');
    expect(badgesOf(days('2028-02-01', 28), totals)).not.toContain('perfect-month');
    expect(badgesOf(days('2026-02-02', 40), totals)).not.toContain('perfect-month');
    const gap = days('2026-03-01', 31).filter((one) => one.day !== day('2026-03-15'));
    expect(badgesOf(gap, totals)).not.toContain('perfect-month');
  });

  test('who comes back after two weeks has come back', () => {
    const totals = { best: 1, total: 2 };
    const [gone] = days('2026-03-02', 1);
    expect(badgesOf([...(gone ? [gone] : []), ...days('2026-03-17', 1)], totals)).toContain('comeback');
    expect(badgesOf([...(gone ? [gone] : []), ...days('2026-03-16', 1)], totals)).not.toContain('comeback');
  });

  test('a day’s end looks into a history only where that day may have earned something', () => {
    const last = { day: day('2026-03-31'), minute: 9 * 60, best: 30, total: 30, previousDay: day('2026-03-30') };
    expect(badgesToLookInto(last)).toEqual([]);
    expect(badgesToLookInto({ ...last, best: 31 })).toEqual(['perfect-month']);
    expect(badgesToLookInto({ ...last, minute: 6 * 60, previousDay: day('2026-03-01') })).toEqual([
      'early-bird',
      'comeback',
    ]);
  });
});
