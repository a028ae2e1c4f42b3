/** What waits in the boxes of all rooms, to staff on Monday morning: how much, and what most people want to know. */

import * as copy from '../../../copy/zh-cn/questions.js';
import { defineDaily } from '../../../kit/daily.js';
import { queueWeekly, takeWeek } from '../../../kit/weekly.js';
import type { RoomWork } from '../../../kit/work.js';
import { countOpenQuestions, listOpenQuestions } from '../../../storage/questions.js';

const NAME = 'questions-week';
const MOST_WANTED = 3;
const DAY_MS = 86_400_000;

export const weekOfBox = defineDaily({
  name: NAME,
  rooms: ['staff'],

  async run(work) {
    if ((await takeWeek(work, NAME)) === undefined) return;
    const body = await summary(work);
    if (body !== undefined) await queueWeekly(work, NAME, body);
  },
});

/** Undefined where nothing is open. */
async function summary({ tx, now, account }: RoomWork): Promise<string | undefined> {
  const rooms = await countOpenQuestions(tx, account.id);
  if (rooms.length === 0) return undefined;
  const topics = new Map(rooms.map(({ roomId, topic }) => [roomId, topic]));
  const wanted = (await listOpenQuestions(tx, { accountId: account.id }, MOST_WANTED)).map((one) => ({
    ...one,
    topic: topics.get(one.roomId) ?? '',
    days: Math.floor((now - one.askedAt) / DAY_MS),
  }));
  return copy.week({ rooms, wanted });
}
