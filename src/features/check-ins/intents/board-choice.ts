/** Leaving the leaderboard and coming back: checking in goes on either way. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import { defineIntent } from '../../../kit/feature.js';
import { saveOnBoard } from '../../../storage/boards.js';

export const leaveBoard = defineIntent({
  name: 'check-ins.leave-board',
  intent: 'board-opt-out',
  scope: 'room',
  help: copy.help.leaveBoard,

  async run({ tx, room, speaker }) {
    await saveOnBoard(tx, room.id, speaker.id, false);
    return copy.leftBoard(speaker.name);
  },
});

export const joinBoard = defineIntent({
  name: 'check-ins.join-board',
  intent: 'board-opt-in',
  scope: 'room',

  async run({ tx, room, speaker }) {
    await saveOnBoard(tx, room.id, speaker.id, true);
    return copy.joinedBoard(speaker.name);
  },
});
