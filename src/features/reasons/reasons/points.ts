/** Why a balance is what it is: its last entries. */

import * as copy from '../../../copy/zh-cn/reasons.js';
import { defineReason } from '../../../kit/reason.js';
import { listStatement } from '../../../storage/points-statement.js';
import { readStanding } from '../../../storage/standings.js';

const ENTRIES = 4;

export const points = defineReason({
  about: 'member',
  topic: 'points',
  words: copy.words.points,

  async explain({ tx, room, member, isOwn }) {
    const key = { roomId: room.id, memberId: member.id };
    const { balance } = await readStanding(tx, key);
    const entries = await listStatement(tx, key, ENTRIES);
    return copy.points({ topic: room.topic, balance, entries }, copy.whose(member, isOwn));
  },
});
