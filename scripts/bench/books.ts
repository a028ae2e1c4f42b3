/** Whether what was acknowledged is there: every check-in, its acknowledgement in the outbox, every statement adding up. */

import { readNumber, type SideDoor } from './side-door.js';
import { FIRST_DAY, NAME } from './workload.js';

const UNBALANCED = `select count(*) from membership m left join
    (select room_id, member_id, sum(amount) as amount from points_entry group by room_id, member_id) p
    on p.room_id = m.room_id and p.member_id = m.member_id
  where m.points <> coalesce(p.amount, 0)`;

const UNCOUNTED = `select count(*) from room_day d left join
    (select day, room_id, count(*) as number from check_in group by day, room_id) c
    on c.day = d.day and c.room_id = d.room_id
  where d.day >= ${FIRST_DAY} and d.check_ins <> coalesce(c.number, 0)`;

const TWICE = `select count(*) from
  (select 1 as one from check_in group by day, room_id, member_id having count(*) > 1) as twice`;

/** Members whose acknowledgement is still being collected, and the names in those that have left; a milestone names twice. */
const QUEUED = `select (select count(*) from membership m join outbox o on o.room_id = m.room_id
    where o.kind = 'acknowledgement' and o.state = 'planned' and o.sending_at is null
      and m.last_check_in_id >= case when o.body = '' then null else cast(o.body as bigint) end)
  + (select coalesce(sum((length(body) - length(replace(body, '${NAME}', ''))) / ${NAME.length}), 0)
    from outbox where kind = 'acknowledgement')`;

export interface Books {
  readonly persisted: number;
  readonly queued: number;
}

/** Throws when sums do not add up. */
export async function readBooks(door: SideDoor): Promise<Books> {
  const unbalanced = await readNumber(door, UNBALANCED);
  const uncounted = await readNumber(door, UNCOUNTED);
  const twice = await readNumber(door, TWICE);
  if (unbalanced + uncounted + twice > 0) {
    throw new Error(
      `${unbalanced} statements, ${uncounted} room days do not add up; ${twice} check-ins are there twice.`,
    );
  }
  return {
    persisted: await readNumber(door, `select count(*) from check_in where day >= ${FIRST_DAY}`),
    queued: await readNumber(door, QUEUED),
  };
}

/** Throws when anything acknowledged is missing, or anything is there twice. */
export async function checkBooks(
  door: SideDoor,
  acked: number,
): Promise<{ readonly acked: number; readonly persisted: number }> {
  const { persisted, queued } = await readBooks(door);
  if (persisted === acked && queued >= acked) return { acked, persisted };
  throw new Error(`${acked} acknowledged, but ${persisted} check-ins and ${queued} acknowledgements stored.`);
}
