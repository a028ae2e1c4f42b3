/**
 * Watches the bot's system calls: before a message is acknowledged, and before words leave, the commit that holds them must
 * stand in the write-ahead log, and a sync that began after that commit must have ended.
 *
 * What a commit holds is seen in the pages that it writes: the message's id, the words. So it does not matter what the log
 * takes in meanwhile.
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
  const under = ['strace', '-f', '-y', '-xx', '-s', '4096', '-e', 'trace=write,pwrite64,fsync,fdatasync', '-o', trace];
  const args = [`--database=${store.url}`, `--acks=${acks}`, `--n=${MESSAGES}`, ...sizeOf(options)];
  const [code] = (await once(startChild('serve', { args, under }), 'exit')) as [number | null];
  if (code !== 0) throw new Error('The traced bot broke.');
  await store.door.close();
  const judged = judgeTrace(readFileSync(trace, 'utf8').split('\n'));
  if (judged.acked !== MESSAGES) throw new Error(`The trace shows ${judged.acked} acknowledgements of ${MESSAGES}.`);
  return [{ name: 'durability:fsync-order', ...judged }];
};

export interface Judged {
  readonly acked: number;
  readonly left: number;
  readonly syncs: number;
  /** Acknowledgements, and messages that left, without a sync before them. */
  readonly violations: number;
}

/** `lines` are strace's, with the paths of files, all in hex. */
export function judgeTrace(lines: readonly string[]): Judged {
  const log = new LogState();
  for (const line of lines) log.note(line.replace(PATH, (_, hex: string) => `<${bytesOf(hex).toString()}>`));
  return log.judged;
}

const PATH = /<((?:\\x[0-9a-f]{2})+)>/;

const MARK = /write\(\d+<[^>]*\/acks>, "([^"]*)"/;
const WRITTEN = / pwrite64\(\d+<[^>]*-wal>, "([^"]*)"/;
const SYNC = /^(\d+) +f(?:data)?sync\(\d+<[^>]*-wal>(\)| <unfinished)/;
const SYNCED = /^(\d+) +<\.\.\. f(?:data)?sync resumed>/;
/** A frame begins with its header, in which the size of the file stands after a commit, else 0. */
const HEADER_BYTES = 24;
const SIZE_AT = 4;

/** The commits of the write-ahead log, those of them that the disk holds, and what was said while it stood so. */
class LogState {
  readonly judged = { acked: 0, left: 0, syncs: 0, violations: 0 };
  /** The pages of each. */
  readonly #commits: Buffer[][] = [];
  #pages: Buffer[] = [];
  #isLastPage = false;
  #durable = 0;
  /** How many commits there were when a thread began to sync. */
  readonly #syncing = new Map<string, number>();
  /** And when a message came in. */
  readonly #cameAfter = new Map<string, number>();

  note(line: string): void {
    const [, written] = WRITTEN.exec(line) ?? [];
    if (written !== undefined) this.#write(bytesOf(written));
    const [, said] = MARK.exec(line) ?? [];
    if (said !== undefined) this.#hear(bytesOf(said));
    this.#noteSync(line);
  }

  #noteSync(line: string): void {
    const [, starter, how] = SYNC.exec(line) ?? [];
    if (starter !== undefined) this.#syncing.set(starter, this.#commits.length);
    const synced = how === ')' ? starter : SYNCED.exec(line)?.[1];
    if (synced !== undefined) this.#sync(this.#syncing.get(synced) ?? 0);
  }

  #write(bytes: Buffer): void {
    if (bytes.length === HEADER_BYTES) {
      this.#isLastPage = bytes.readUInt32BE(SIZE_AT) !== 0;
      return;
    }
    this.#pages.push(bytes);
    if (!this.#isLastPage) return;
    this.#commits.push(this.#pages);
    this.#pages = [];
    this.#isLastPage = false;
  }

  #sync(commits: number): void {
    if (commits > this.#durable) this.judged.syncs += 1;
    this.#durable = Math.max(this.#durable, commits);
  }

  #hear(said: Buffer): void {
    const mark = String.fromCharCode(said[0] ?? 0);
    const text = said.subarray(1, -1).toString();
    if (mark === '+') this.#cameAfter.set(text, this.#commits.length);
    if (mark === '-') this.judged.acked += 1;
    if (mark === '>') this.judged.left += 1;
    if (mark !== '+' && !this.#isDurable(text, this.#cameAfter.get(text) ?? 0)) this.judged.violations += 1;
  }

  /** Whether the disk holds the first commit since then in which the text is. */
  #isDurable(text: string, since: number): boolean {
    const commit = this.#commits.findIndex((pages, place) => place >= since && pages.some((page) => holds(page, text)));
    return commit !== -1 && commit < this.#durable;
  }
}

/** The text, and not merely the beginning of a longer number. */
function holds(page: Buffer, text: string): boolean {
  for (let at = page.indexOf(text); at !== -1; at = page.indexOf(text, at + 1)) {
    const next = page[at + Buffer.byteLength(text)] ?? 0;
    if (next < 0x30 || next > 0x39) return true;
  }
  return false;
}

/** `hex`: `\\x4f` a byte. */
function bytesOf(hex: string): Buffer {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex');
}
