/** One message for all who said in the last while that they want one, in the order in which they came. */

import * as copy from '../../../copy/zh-cn/flash-sales.js';
import { defineMergedReply } from '../../../kit/feature.js';

export const PURCHASES = 'flash-sale-purchases';

/** The thing is told with each of them, since a sale may be over when its last words leave. */
export interface Purchase extends copy.Buying {
  readonly item: string;
}

export const purchases = defineMergedReply<Purchase>({
  kind: PURCHASES,
  pace: 'acknowledgement',
  compose: (items, { room, today }) => copy.sold(items, items[0]?.item ?? '', { roomId: room.id, day: today }),
});
