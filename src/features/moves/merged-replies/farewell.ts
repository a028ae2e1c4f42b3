/** One line for all who go on, in the trial room that they came from. */

import * as copy from '../../../copy/zh-cn/moves.js';
import { defineMergedReply } from '../../../kit/feature.js';

export const FAREWELL = 'move-farewell';

export const farewellReply = defineMergedReply<{ readonly name: string }>({
  kind: FAREWELL,
  pace: 'plain',
  unasked: true,

  compose(people, { room, today }) {
    const names = people.map(({ name }) => name);
    return copy.farewell(names, { roomId: room.id, day: today });
  },
});
