/** The leaderboard: the first ten, and the two places around the one who asks. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import { around, rank } from '../../../domain/leaderboard.js';
import { defineIntent } from '../../../kit/feature.js';
import { todayIn } from '../../../kit/work.js';
import { listContenders } from '../../../storage/boards.js';

const TOP = 10;
const REACH = 2;

export const board = defineIntent({
  name: 'check-ins.board',
  intent: 'board',
  scope: 'room',
  help: copy.help.board,

  async run({ tx, now, room, speaker }) {
    const placed = rank(await listContenders(tx, room.id, todayIn(room, now)));
    const top = placed.slice(0, TOP);
    const own = around(placed, speaker.id, REACH).filter((one) => !top.includes(one));
    return copy.leaderboard(room.topic, top, own, speaker.id);
  },
});
