/** The weekly chart: how many checked in on each of the last seven days, of how many who were to. The review's own figures. */

import * as copy from '../../../copy/zh-cn/graphics.js';
import { addDays, type LocalDay } from '../../../domain/local-day.js';
import { defineCommand } from '../../../kit/feature.js';
import { todayIn } from '../../../kit/work.js';
import type { Tx } from '../../../storage/database.js';
import type { Room } from '../../../storage/rooms.js';
import { readTurnout } from '../../../storage/turnout.js';

const DAYS = 7;

export const week = defineCommand({
  name: 'graphics.week',
  triggers: copy.triggers.week,
  summary: copy.summaries.week,
  example: copy.examples.week,
  allow: 'manager',
  scope: 'room',
  effect: 'none',
  args: {},

  async run({ tx, now, room, chat }) {
    const today = todayIn(room, now);
    const days = [];
    for (let back = DAYS - 1; back >= 0; back--) days.push(await countDay(tx, room, addDays(today, -back)));
    await chat.say(copy.weekGraphic({ topic: room.topic, days }));
    return undefined;
  },
});

async function countDay(tx: Tx, room: Room, day: LocalDay): Promise<copy.RoomWeek['days'][number]> {
  const { done, open } = await readTurnout(tx, room, day);
  return { day, done: done.length, expected: done.length + open };
}
