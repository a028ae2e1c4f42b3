/** One message for all check-ins of the last while: everybody is named. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { defineMergedReply } from '../../../kit/feature.js';

export interface Acknowledged {
  readonly name: string;
  readonly day: LocalDay;
  /** False for a second check-in of the day. */
  readonly added: boolean;
  readonly points: number;
  readonly streak: number;
  readonly total: number;
  readonly milestone?: number;
  readonly mayMove: boolean;
}

export const acknowledgement = defineMergedReply<Acknowledged>({
  kind: 'acknowledgement',
  pace: 'acknowledgement',

  compose(items, { today }) {
    return copy.acknowledged(items, today);
  },
});
