/**
 * Watches the bot's system calls: between a message's coming in and its acknowledgement something must be written to
 * the write-ahead log and synced, and nothing may be acknowledged, or leave, while the log holds unsynced writes.
 */

import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { startChild } from './children.js';
import { NotHereError, type Run } from './job.js';
import { sizeOf } from './options.js';
import { prepareSqlite } from './store.js';

const MESSAGES = 1_000;

export const traceSyncs: Run = async (options) => {
  if (spawnSync('strace', ['-V']).status !== 0) throw new NotHereError('Watching system calls needs strace.');
  const store = await prepareSqlite(options);
  const folder = dirname(store.url.slice('file:'.length));
  const trace = join(folder, 'trace');
  const acks = join(folder, 'acks');
  const under = ['strace', '-f', '-y', '-s', '16', '-e', 'trace=write,pwrite64,fsync,fdatasync', '-o', trace];
  const args = [`--database=${store.url}`, `--acks=${acks}`, `--n=${MESSAGES}`, ...sizeOf(options)];
  const [code] = (await once(startChild('serve', { args, under }), 'exit')) as [number | null];
  if (code !== 0) throw new Error('The traced bot broke.');
  await store.door.close();
  return [{ name: 'durability:fsync-order', ...judgeTrace(readFileSync(trace, 'utf8').split('\n')) }];
};

export interface Judged {
  readonly acked: number;
  readonly left: number;
  readonly syncs: number;
  /** Acknowledgements, and messages that left, without a sync before them. */
  readonly violations: number;
}

/** `lines` are strace's, with the paths of files. */
export function judgeTrace(lines: readonly string[]): Judged {
  const log = new LogState();
  for (const line of lines) log.note(line);
  return log.judged;
}

const MARK = /write\(\d+<[^>]*\/acks>, "([-+>])(\d*)/;

/** The write-ahead log as the disk knows it, and what was said while it stood so. */
class LogState {
  readonly judged = { acked: 0, left: 0, syncs: 0, violations: 0 };
  readonly #cameAfter = new Map<string, number>();
  #isDirty = false;

  note(line: string): void {
    if (/ pwrite64\(\d+<[^>]*-wal>/.test(line)) this.#isDirty = true;
    if (/ f(data)?sync\(\d+<[^>]*-wal>/.test(line)) this.#sync();
    const [, mark, message = ''] = MARK.exec(line) ?? [];
    if (mark === '+') this.#cameAfter.set(message, this.judged.syncs);
    if (mark === '-') this.#acknowledge(message);
    if (mark === '>') this.#leave();
  }

  #sync(): void {
    if (this.#isDirty) this.judged.syncs += 1;
    this.#isDirty = false;
  }

  #acknowledge(message: string): void {
    this.judged.acked += 1;
    const isSynced = this.judged.syncs > (this.#cameAfter.get(message) ?? Infinity);
    if (this.#isDirty || !isSynced) this.judged.violations += 1;
  }

  #leave(): void {
    this.judged.left += 1;
    if (this.#isDirty) this.judged.violations += 1;
  }
}
