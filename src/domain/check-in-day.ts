/**
 * Which day a check-in belongs to: the room's local day at the moment when the message was sent.
 *
 * In the small hours, until the room's cutoff, somebody who missed yesterday may still put it there.
 */

import type { LocalDay } from './local-day.js';
import { addDays } from './local-day.js';
import type { LocalMinute, LocalMoment } from './local-time.js';

/** The day that a check-in at `moment` could be moved to, were it missed. Undefined outside the small hours. */
export function yesterdayWithinReach(moment: LocalMoment, cutoff: LocalMinute): LocalDay | undefined {
  return moment.minute < cutoff ? addDays(moment.day, -1) : undefined;
}
