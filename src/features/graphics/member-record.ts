/** What the graphics of one member show: the days of check-in, and the figures as they stand today. */

import type { DayRules } from '../../domain/day-rules.js';
import type { MembershipKey } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { currentStreak, type Tally } from '../../domain/streak.js';
import type { Tx } from '../../storage/database.js';
import { readHistory } from '../../storage/histories.js';
import { readStanding } from '../../storage/standings.js';

export type Figures = Pick<Tally, 'streak' | 'best' | 'total'>;

export async function readFigures(tx: Tx, key: MembershipKey, today: LocalDay): Promise<Figures> {
  const standing = await readStanding(tx, key);
  return { streak: currentStreak(standing, today), best: standing.best, total: standing.total };
}

/** Oldest first, those brought along from another room included, and by which rules they count. */
export async function readDays(
  tx: Tx,
  key: MembershipKey,
): Promise<{ readonly days: readonly LocalDay[]; readonly rules: DayRules }> {
  return readHistory(tx, key);
}
