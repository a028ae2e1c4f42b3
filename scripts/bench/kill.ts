/** Kills the bot in the middle of a rush, again and again on the same database, and looks for what it had acknowledged. */

import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readBooks } from './books.js';
import { startChild } from './children.js';
import type { Line, Run } from './job.js';
import { type BenchOptions, sizeOf } from './options.js';
import type { SideDoor } from './side-door.js';
import { prepareSqlite, type Store } from './store.js';
import { type CheckInMessage, messageAt } from './workload.js';

const KILLS = 3;
/** More than is ever reached, within the first day. */
const NEVER = 1_000_000;

export const killAndCount: Run = async (options) => {
  const store = await prepareSqlite(options);
  const acks = join(dirname(store.url.slice('file:'.length)), 'acks');
  for (let kill = 1; kill <= KILLS; kill++) await killOnce(store, acks, options);
  const { came, acked } = readAcks(acks);
  const { persisted } = await readBooks(store.door);
  const lost = await countLost(
    store.door,
    [...acked].map((index) => messageAt(index, options)),
  );
  const intact = (await store.door.list('pragma integrity_check')).join() === 'ok';
  await store.door.close();
  const line: Line = {
    name: 'durability:kill',
    kills: KILLS,
    sent: came.size,
    acked: acked.size,
    persisted,
    lost,
    intact,
    durability: store.durability,
  };
  return [line];
};

async function killOnce({ url }: Store, acks: string, options: BenchOptions): Promise<void> {
  const before = readAcks(acks);
  const from = Math.max(-1, ...before.came) + 1;
  const args = [`--database=${url}`, `--acks=${acks}`, `--from=${from}`, `--n=${NEVER}`, ...sizeOf(options)];
  const child = startChild('serve', { args });
  const exit = once(child, 'exit');
  while (readAcks(acks).acked.size - before.acked.size < options.kill && child.exitCode === null) await sleep(2);
  if (child.exitCode !== null) throw new Error('The bot ended before it was killed.');
  child.kill('SIGKILL');
  await exit;
}

interface Acks {
  readonly came: ReadonlySet<number>;
  readonly acked: ReadonlySet<number>;
}

function readAcks(path: string): Acks {
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const numbers = (mark: string) =>
    new Set(lines.filter((line) => line.startsWith(mark)).map((line) => +line.slice(mark.length)));
  return { came: numbers('+msg-'), acked: numbers('-msg-') };
}

/** Acknowledged messages of which the trace, the check-in or the queued acknowledgement is missing. */
async function countLost(door: SideDoor, messages: readonly CheckInMessage[]): Promise<number> {
  const traces = new Set(await door.list('select message_id from inbox'));
  const checkIns = new Set(await door.list("select day || '/' || room_id || '/' || member_id from check_in"));
  const isThere = ({ id, day, room, member }: CheckInMessage) =>
    traces.has(id) && checkIns.has(`${day}/${room + 1}/${member + 1}`);
  return messages.filter((message) => !isThere(message)).length;
}
