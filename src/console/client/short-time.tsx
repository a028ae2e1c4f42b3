/** When something was said, as short as WeChat tells it. */

import type { Instant } from '../../ports/clock.js';
import { shortMoment } from './local-moment.js';
import { timeZone, today } from './world.js';

export function ShortTime({ at }: { readonly at: Instant }) {
  if (timeZone.value === undefined || today.value === undefined) return null;
  return <time>{shortMoment(at, today.value, timeZone.value)}</time>;
}
