/** What the bot looks at once a day, at half past nine, in the same order in the books: ends of cards, rules of tags, the ladder. */

import { noteRule } from './labels.js';
import { judgeAll } from './promotions.js';
import type { Habit, Quarter } from './quarter.js';

export const mornings: Habit = { minutes: [9 * 60 + 40], act: lookAtAll };

export function lookAtAll(quarter: Quarter): void {
  quarter.moves.lapse(quarter);
  quarter.moves.tick(quarter);
  noteRule(quarter);
  judgeAll(quarter);
}
