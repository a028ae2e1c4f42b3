/** The day graphic: the page of today for the one who asks. */

import * as copy from '../../../copy/zh-cn/graphics.js';
import { courseDayOf } from '../../../kit/course-day.js';
import { defineIntent } from '../../../kit/feature.js';
import { todayIn } from '../../../kit/work.js';
import { readFigures } from '../member-record.js';

export const dayGraphic = defineIntent({
  name: 'graphics.day-graphic',
  intent: 'day-graphic',
  scope: 'room',
  help: copy.help.dayGraphic,

  async run({ tx, now, room, speaker }) {
    const day = todayIn(room, now);
    const place = courseDayOf(room, day);
    return copy.dayGraphic({
      roomId: room.id,
      day,
      number: 'number' in place ? place.number : undefined,
      name: speaker.name,
      topic: room.topic,
      tally: await readFigures(tx, { roomId: room.id, memberId: speaker.id }, day),
    });
  },
});
