/** The calendar: the last half year of the one who asks, in this room. */

import * as copy from '../../../copy/zh-cn/graphics.js';
import { runCalendar } from '../../../domain/run-calendar.js';
import { defineIntent } from '../../../kit/feature.js';
import { todayIn } from '../../../kit/work.js';
import { readDays, readFigures } from '../member-record.js';

const WEEKS = 26;

export const calendar = defineIntent({
  name: 'graphics.calendar',
  intent: 'calendar',
  scope: 'room',
  help: copy.help.calendar,

  async run({ tx, now, room, speaker }) {
    const today = todayIn(room, now);
    const key = { roomId: room.id, memberId: speaker.id };
    const { days, rules } = await readDays(tx, key);
    return copy.calendarGraphic({
      ...runCalendar(days, rules, { today, weekCount: WEEKS }),
      name: speaker.name,
      topic: room.topic,
      today,
      tally: await readFigures(tx, key, today),
    });
  },
});
