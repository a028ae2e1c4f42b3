/** The limit of PostgreSQL: a function in the database writes 64 check-ins in one statement and one commit. */

import pg from 'pg';
import type { Run } from './job.js';
import { latenciesOf, rounded, startWatch, watchMemory } from './measure.js';
import type { BenchOptions } from './options.js';
import { startPostgresRun } from './postgres-store.js';
import { FIRST_DAY, messageAt } from './workload.js';

const TOGETHER = 64;
const WARM_UP = 3_000;

const SCHEMA = `
create table checkin(day int, room_id int, person_id int, at int not null, points int not null, content text not null,
  primary key(day, room_id, person_id));
create table seat(room_id int, person_id int, last_day int not null, streak int not null, best int not null,
  total int not null, points int not null, primary key(room_id, person_id)) with (fillfactor = 70);
create table ledger(id bigint generated always as identity primary key, room_id int not null, person_id int not null,
  delta int not null, kind int not null, at int not null);
create table outbox(id bigint generated always as identity primary key, room_id int not null, at int not null,
  sent int, body text not null);
create function check_in(r int, m int, d int, said text) returns int language plpgsql as $$
declare st int; po int; now_s int := extract(epoch from clock_timestamp())::int;
begin
  insert into checkin values (d, r, m, now_s, 10, said) on conflict do nothing;
  if not found then return 0; end if;
  insert into seat values (r, m, d, 1, 1, 1, 10) on conflict (room_id, person_id) do update set
    streak = case when seat.last_day = excluded.last_day - 1 then seat.streak + 1 else 1 end,
    best = greatest(seat.best, case when seat.last_day = excluded.last_day - 1 then seat.streak + 1 else 1 end),
    total = seat.total + 1, points = seat.points + 10, last_day = excluded.last_day
    returning streak, points into st, po;
  insert into ledger(room_id, person_id, delta, kind, at) values (r, m, 10, 1, now_s);
  insert into outbox(room_id, at, body) values (r, now_s, '@成员' || m || ' 打卡成功！连续' || st || '天，积分' || po);
  return 1;
end $$;`;

const SEED = `insert into seat select m / $2, m, ${FIRST_DAY} - 1, m % 9 + 1, m % 9 + 5, 20, 200
  from generate_series(0, $1::int * $2::int - 1) m`;

const WRITE = `select sum(check_in(r, m, d, said))::int as added
  from unnest($1::int[], $2::int[], $3::int[], $4::text[]) as message(r, m, d, said)`;

export const postgresLimit: Run = async (options) => {
  const run = await startPostgresRun();
  const client = new pg.Client({ connectionString: run.url });
  await client.connect();
  await client.query(SCHEMA);
  await client.query(SEED, [options.rooms, options.perRoom]);
  await client.query('analyze');
  const stopMemory = watchMemory();
  const warmUp = Math.min(WARM_UP, options.n);
  await write(client, options, 0, warmUp);
  const stop = startWatch();
  const latencies = await write(client, options, warmUp, warmUp + options.n);
  const { seconds } = stop();
  await client.end();
  await run.close();
  const figures = { msgs_per_s: rounded(options.n / seconds), ...latenciesOf(latencies), rss_mb: stopMemory() };
  const durability = `${run.durability}, ${TOGETHER} in a commit`;
  return [{ name: 'postgres:limit-group64', n: options.n, ...figures, durability }];
};

async function write(client: pg.Client, options: BenchOptions, from: number, to: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let index = from; index < to; index += TOGETHER) {
    const count = Math.min(TOGETHER, to - index);
    const batch = Array.from({ length: count }, (_, offset) => messageAt(index + offset, options));
    const columns = [batch.map((one) => one.room), batch.map((one) => one.member), batch.map((one) => one.day)];
    const start = performance.now();
    const { rows } = await client.query<{ added: number }>({
      name: 'write',
      text: WRITE,
      values: [...columns, batch.map((one) => one.text)],
    });
    if (rows[0]?.added !== count) throw new Error('A check-in was there before.');
    const took = performance.now() - start;
    for (let one = 0; one < count; one++) latencies.push(took);
  }
  return latencies;
}
