/** Every few evenings the bot's tables are held against the books, while it runs. */

import { readQuarterRecords } from './quarter-records.js';
import { bookFaults } from './quarter-verdict.js';
import type { Habit } from './quarter.js';

const EVERY = 9;

export const checkpoints: Habit = {
  minutes: [20 * 60 + 30],

  async act(quarter) {
    const { dayNumber, stage, url } = quarter;
    if (dayNumber % EVERY !== EVERY - 1) return;
    const faults = bookFaults(quarter, await readQuarterRecords(url));
    stage.faults.push(...faults.map((fault) => `on day ${dayNumber}: ${fault}`));
  },
};
