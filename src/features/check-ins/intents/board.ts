/** The leaderboard: the first places, and the two on each side of the one who asks. The graphic has room for more than words. */

import * as copy from '../../../copy/zh-cn/check-ins.js';
import { leaderboardGraphic } from '../../../copy/zh-cn/graphics.js';
import { boardView, rank, withBadges } from '../../../domain/leaderboard.js';
import { defineIntent } from '../../../kit/feature.js';
import { boardBadges } from '../../../kit/tiers.js';
import { todayIn } from '../../../kit/work.js';
import { listContenders } from '../../../storage/boards.js';

const IN_WORDS = { first: 10, reach: 2 } as const;
const ON_GRAPHIC = { first: 20, reach: 2 } as const;

export const board = defineIntent({
  name: 'check-ins.board',
  intent: 'board',
  scope: 'room',
  help: copy.help.board,

  async run({ tx, now, room, speaker }) {
    const { topic } = room;
    const day = todayIn(room, now);
    const badges = await boardBadges(tx, room);
    const placed = withBadges(rank(await listContenders(tx, room.id, day)), badges);
    const { top, own } = boardView(placed, speaker.id, IN_WORDS);
    const text = copy.leaderboard(topic, top, own, speaker.id);
    if (placed.length === 0) return text;
    const view = boardView(placed, speaker.id, ON_GRAPHIC);
    return { graphic: leaderboardGraphic({ ...view, topic, day, self: speaker.id, people: placed.length }), text };
  },
});
