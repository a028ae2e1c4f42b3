/** One message for all check-ins of the last while: everybody is named. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import { defineMergedReply } from '../../../kit/feature.js';

export const acknowledgement = defineMergedReply<copy.Acknowledged>({
  kind: 'acknowledgement',
  pace: 'acknowledgement',

  compose(items, { room, today }) {
    return copy.acknowledged(items, { roomId: room.id, day: today });
  },
});
