/** One welcome for all who came in the last minutes, with the notice of what is recorded. */

import * as copy from '../../../copy/zh-cn/members.js';
import { defineMergedReply } from '../../../kit/feature.js';

export interface Newcomer {
  readonly name: string;
}

export const welcome = defineMergedReply<Newcomer>({
  kind: 'welcome',
  pace: 'plain',
  unasked: true,

  compose(newcomers, { room, today }) {
    return copy.welcome(
      newcomers.map((one) => one.name),
      room.topic,
      room.settings,
      { roomId: room.id, day: today },
    );
  },
});
