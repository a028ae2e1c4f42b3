/** The disk is full, the disk is broken, another program holds the file: the log says so, and when it is over all is exact. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { Client } from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { describePostgres } from '../support/dialects.js';
import { CrashablePostgres } from '../support/faults/crashable-postgres.js';
import { makeFailingDisk } from '../support/faults/failing-disk.js';
import { JudgedCommunity } from '../support/faults/judged-community.js';
import { amount, minutes, randomOf, testSeed } from '../support/faults/scale.js';
import { until } from '../support/until.js';

const HOUR = 3_600_000;
const TIMES = amount(1, 50);
const FAILING_MS = 1_000;
/** On a busy machine it takes a while until something is written. */
const UNNOTICED_MS = 30_000;
const LOCKED_MS = 3_000;
/** All that a message, a post or a send writes to, the account's lease included. */
const LOCKED_TABLES = 'account, inbox, membership, check_in, points_entry, room, room_day, schedule, outbox';
/** What PostgreSQL calls it. */
const LOCK_NOT_AVAILABLE = '55P03';
const WORDS = ['早上好', '今天天气真好', '老师辛苦了', '明天见'] as const;

function freshPath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-failing-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'zaoba.sqlite');
}

interface Trouble {
  readonly url: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Bots that want the account. */
  readonly processes?: number;
  /** Resolves when it is over; `isLogged` tells whether the log has those words yet. */
  befall(isLogged: (words: string) => boolean): Promise<void>;
}

/** So much that files have to grow. */
function talk(community: JudgedCommunity): void {
  for (const room of community.rooms)
    for (const name of community.people(room)) for (const word of WORDS) community.says(name, room, word);
}

/** Hours with trouble and hours without. Resolves to what the log said. */
async function liveThrough({ befall, ...where }: Trouble): Promise<string> {
  const seed = testSeed();
  const community = await JudgedCommunity.open({ ...where, random: randomOf(seed), members: 30 });
  for (let hour = 1; hour <= 3 * TIMES + 12; hour++) {
    community.chatterUntil(community.now + 2 * HOUR);
    const isBad = hour % 3 === 0 && hour <= 3 * TIMES;
    if (isBad) talk(community);
    const isLogged = (words: string) => [...community.bots.warnings].some((line) => line.includes(words));
    const over = isBad ? befall(isLogged) : Promise.resolve();
    await community.pass(community.now + 2 * HOUR);
    await over;
    expect(community.bots.deaths, `seed ${seed}`).toBe(0);
  }
  expect(await community.close(), `seed ${seed}`).toEqual([]);
  return [...community.bots.warnings].join('\n');
}

async function untilNoticed(isNoticed: () => boolean): Promise<void> {
  await sleep(FAILING_MS);
  for (let waited = 0; !isNoticed() && waited < UNNOTICED_MS; waited += 100) await sleep(100);
}

test.each([
  ['full', 'ENOSPC', 'SQLITE_FULL'],
  ['broken', 'EIO', 'SQLITE_IOERR'],
] as const)(
  'a disk that is %s loses nothing and counts nothing twice',
  { timeout: minutes(5, 30) },
  async (_, how, code) => {
    const disk = makeFailingDisk('.sqlite');
    const befall: Trouble['befall'] = async (isLogged) => {
      disk.fail(how);
      await untilNoticed(() => isLogged(code));
      disk.heal();
    };

    const log = await liveThrough({ url: `file:${freshPath()}`, environment: disk.environment, befall });

    expect(log).toContain(code);
  },
);

test('a database that is locked for three seconds is waited for', { timeout: minutes(5, 30) }, async () => {
  const path = freshPath();
  const befall = async (): Promise<void> => {
    const other = new SqliteDatabase(path, { timeout: 5_000 });
    other.exec('begin exclusive');
    await sleep(LOCKED_MS);
    other.close();
  };

  await liveThrough({ url: `file:${path}`, befall });
});

/** All of them at once or none: who waits for one table and holds another may be what ends a deadlock. */
async function isLockedBy(client: Client): Promise<boolean> {
  try {
    await client.query(`begin; lock table ${LOCKED_TABLES} in access exclusive mode nowait`);
    return true;
  } catch (error) {
    if ((error as { readonly code?: string }).code !== LOCK_NOT_AVAILABLE) throw error;
    await client.query('rollback');
    return false;
  }
}

describePostgres('under two processes', (dialect) => {
  test('tables that are locked for three seconds are waited for', { timeout: minutes(5, 30) }, async () => {
    const url = await dialect.freshUrl();
    const befall = async (): Promise<void> => {
      const other = new Client({ connectionString: url });
      await other.connect();
      await until('the tables are locked', () => isLockedBy(other), minutes(1, 5));
      await sleep(LOCKED_MS);
      await other.end();
    };

    await liveThrough({ url, befall, processes: 2 });
  });
});

test.each([
  ['full', 'ENOSPC', 'No space left on device'],
  ['broken', 'EIO', 'Input/output error'],
] as const)(
  'a disk that is %s under PostgreSQL loses nothing either',
  { timeout: minutes(5, 30) },
  async (_, how, message) => {
    const disk = makeFailingDisk('/base/');
    const server = await CrashablePostgres.begin(disk.environment);
    try {
      const befall: Trouble['befall'] = async (isLogged) => {
        disk.fail(how);
        await untilNoticed(() => isLogged(message));
        disk.heal();
      };

      const log = await liveThrough({ url: server.url, befall });

      expect(log).toContain(message);
    } finally {
      await server.stop();
    }
  },
);
