/** Leave: days on which a member need not check in. They are not counted as missed, and the streak is kept. */

import { accept, type Decision, refuse } from './decision.js';
import { addDays, type LocalDay } from './local-day.js';
import type { DaySpan } from './understanding/understanding.js';

const MOST_AHEAD = 30;
const LONGEST = 14;
/** Staff also give leave for days that are over. */
const MOST_BACK = 7;

/** The days of the leave, the earliest first. `byStaff`: for days that are over too. */
export function decideLeave(
  span: DaySpan,
  today: LocalDay,
  { byStaff }: { readonly byStaff: boolean },
): Decision<LocalDay[]> {
  const earliest = byStaff ? addDays(today, -MOST_BACK) : today;
  if (span.from < earliest) return refuse({ code: 'leave.past' });
  if (span.to - today > MOST_AHEAD) return refuse({ code: 'leave.too_far', days: MOST_AHEAD });
  const count = span.to - span.from + 1;
  if (count > LONGEST) return refuse({ code: 'leave.too_long', days: LONGEST });
  return accept(Array.from({ length: count }, (_, index) => addDays(span.from, index)));
}
