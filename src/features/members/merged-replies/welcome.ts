/** One welcome for all who came in the last minutes, with the notice of what is recorded. */

import { coreWelcome } from '../../../copy/zh-cn/core-posts.js';
import * as copy from '../../../copy/zh-cn/members.js';
import { defineMergedReply } from '../../../kit/feature.js';
import { type Newcomer, WELCOME } from '../../../kit/welcome.js';

export const welcome = defineMergedReply<Newcomer>({
  kind: WELCOME,
  pace: 'plain',
  unasked: true,

  compose(newcomers, { room, today }) {
    const occasion = { roomId: room.id, day: today };
    if (room.kind !== 'core') return copy.welcome(newcomers, room.topic, room.settings, occasion);
    return coreWelcome(
      newcomers.map(({ name }) => name),
      room.topic,
      occasion,
    );
  },
});
