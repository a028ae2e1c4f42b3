/** Each morning, before anybody is proposed: the core scores of everybody in the room, of all of their rooms. */

import { CORE_WINDOW_DAYS, coreScoreOf } from '../../../domain/core-score.js';
import { addDays } from '../../../domain/local-day.js';
import { instantOf } from '../../../domain/local-time.js';
import { defineDaily } from '../../../kit/daily.js';
import { listCoreFacts } from '../../../storage/core-facts.js';
import { saveCoreScores } from '../../../storage/core-scores.js';

/** 09:20 */
const AT = 9 * 60 + 20;

export const score = defineDaily({
  name: 'core-scores',
  rooms: ['trial', 'paid', 'core'],
  at: AT,

  async run({ tx, room, today }) {
    const { zone } = room.settings;
    const first = addDays(today, 1 - CORE_WINDOW_DAYS);
    const [from, before] = [instantOf(first, 0, zone), instantOf(addDays(today, 1), 0, zone)];
    const facts = await listCoreFacts(tx, { roomId: room.id, first, last: today, from, before });
    const scored = facts.map(({ memberId, ...rest }) => ({ memberId, facts: rest, score: coreScoreOf(rest) }));
    await saveCoreScores(tx, today, scored);
  },
});
