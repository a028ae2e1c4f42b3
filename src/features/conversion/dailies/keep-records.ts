/**
 * In the morning: what was checked in during trials whose days are past is kept, so that the table need not read it again.
 * Those of the last weeks, for which most ask, are counted anew each day.
 */

import { addDays } from '../../../domain/local-day.js';
import { defineDaily } from '../../../kit/daily.js';
import { countTrialRecords } from '../../../storage/trial-days.js';
import { listPastTrials, saveTrialRecord } from '../../../storage/trial-records.js';

const ANEW_DAYS = 60;

export const keepRecords = defineDaily({
  name: 'conversion.keep-records',
  rooms: ['trial'],

  async run({ tx, room, today }) {
    const past = await listPastTrials(tx, room.id, { since: addDays(today, -ANEW_DAYS), today });
    for (const record of (await countTrialRecords(tx, past)).values()) await saveTrialRecord(tx, record);
  },
});
