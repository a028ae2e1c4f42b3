/** Why somebody is, or is not yet, where they paid to be: the steps of the move. */

import * as copy from '../../../copy/zh-cn/moves.js';
import { whose } from '../../../copy/zh-cn/reasons.js';
import { defineReason } from '../../../kit/reason.js';
import { listMovesOf } from '../../../storage/shown-moves.js';
import { tellMove } from '../tell-move.js';

export const moveReason = defineReason({
  about: 'member',
  topic: 'move',
  words: copy.reasonWords,

  async explain(work) {
    const { tx, account, room, member, isOwn } = work;
    const moves = await listMovesOf(tx, account.id, member.id);
    const move = moves.find(({ courseId }) => courseId === room.courseId) ?? moves[0];
    return copy.explained(move && (await tellMove(work, move)), whose(member, isOwn).name);
  },
});
