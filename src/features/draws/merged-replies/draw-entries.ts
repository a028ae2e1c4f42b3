/** One message for all who said in the last while that they want to be in the draw. */

import * as copy from '../../../copy/zh-cn/draws.js';
import { defineMergedReply } from '../../../kit/feature.js';

export const DRAW_ENTRIES = 'draw-entries';

export const drawEntries = defineMergedReply<copy.Entering>({
  kind: DRAW_ENTRIES,
  pace: 'acknowledgement',
  compose: (items, { room, today }) => copy.entered(items, { roomId: room.id, day: today }),
});
