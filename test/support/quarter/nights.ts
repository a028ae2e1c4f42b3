/** At night and at dawn somebody may still talk; the bot answers, and starts nothing. */

import type { Habit } from './quarter.js';

const TALKS = 0.02;

export const nights: Habit = {
  minutes: [6 * 60, 22 * 60 + 40],

  act({ town, stage, chance }) {
    for (const person of town.people) {
      if (stage.rooms.isIn(person, person.trial) && chance(TALKS)) stage.says(person, person.trial, '我的');
    }
  },
};
