/** The morning: the tasks of very many rooms fall due at the same moment, and the planner fills their slots. */

import { createIdleBot } from './idle-bot.js';
import type { Run } from './job.js';
import { rounded, startWatch, watchMemory } from './measure.js';
import { DAY_MS, seedCommunity } from './seed.js';
import { readNumber, type SideDoor } from './side-door.js';
import { openEmptySqlite } from './store.js';
import { FIRST_DAY } from './workload.js';

const PLANNED = "select count(*) from outbox where kind = 'task' and state = 'planned'";

export const planAtOnce: Run = async ({ due }) => {
  const { url, door } = await openEmptySqlite();
  await seedDueTasks(door, due);
  const { bot, close } = await createIdleBot(url);
  const stopMemory = watchMemory();
  const stop = startWatch();
  await bot.plan();
  const { seconds } = stop();
  const rss = stopMemory();
  await close();
  const planned = await readNumber(door, PLANNED);
  await door.close();
  if (planned !== due) throw new Error(`${planned} of ${due} tasks were planned.`);
  const figures = {
    seconds_of_100000: rounded((seconds / due) * 100_000),
    rooms_per_s: rounded(due / seconds),
    rss_mb: rss,
  };
  return [{ name: 'planner:due-at-once', n: due, ...figures }];
};

async function seedDueTasks(door: SideDoor, rooms: number): Promise<void> {
  await seedCommunity(door, { rooms, perRoom: 0 });
  await door.run(`update room set start_day = ${FIRST_DAY - 1}, course_id = (select min(id) from course)`);
  await door.run(
    `insert into schedule (room_id, kind, next_day, next_due_at)
     select id, 'task', ${FIRST_DAY}, ${FIRST_DAY * DAY_MS} from room`,
  );
}
