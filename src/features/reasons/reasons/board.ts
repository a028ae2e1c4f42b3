/** Why somebody stands where they stand on the board: their figures and those next to them. */

import * as copy from '../../../copy/zh-cn/reasons.js';
import { around, rank } from '../../../domain/leaderboard.js';
import { defineReason } from '../../../kit/reason.js';
import { listContenders } from '../../../storage/boards.js';
import { readStanding } from '../../../storage/standings.js';

export const board = defineReason({
  about: 'member',
  topic: 'board',
  words: copy.words.board,

  async explain({ tx, room, today, member, isOwn }) {
    const contenders = await listContenders(tx, room.id, today);
    const rows = around(rank(contenders), member.id, 1);
    const whose = copy.whose(member, isOwn);
    if (rows.length > 0) return copy.place(rows, member.id, whose);
    const { total } = await readStanding(tx, { roomId: room.id, memberId: member.id });
    return copy.notOnBoard(total === 0 ? 'no-check-in' : 'left', whose);
  },
});
