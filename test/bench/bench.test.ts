/** A tiny bench: whether its lines are whole and its books balance. Its figures say nothing. */

import { execFile } from 'node:child_process';
import { expect, inject, test } from 'vitest';
import { judgeTrace } from '../../scripts/bench/fsync-order.js';
import { readOptions } from '../../scripts/bench/options.js';
import { judge } from '../../scripts/bench/targets.js';

type Line = Readonly<Record<string, unknown>>;

const TINY = ['--n=300', '--rooms=10', '--per-room=50', '--rounds=1', '--kill=60'];

async function runBench(only: string): Promise<readonly Line[]> {
  const env = { ...process.env, ZAOBA_TEST_POSTGRES_URL: inject('postgresUrl') };
  const args = ['scripts/run.js', 'scripts/bench.ts', `--only=${only}`, ...TINY];
  const printed = await new Promise<string>((resolve, reject) => {
    execFile(process.execPath, args, { env }, (error, stdout) => (error ? reject(error) : resolve(stdout)));
  });
  const lines = printed.trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Line);
}

const FIGURES = {
  n: 300,
  msgs_per_s: expect.any(Number),
  p50_ms: expect.any(Number),
  p99_ms: expect.any(Number),
  rss_mb: expect.any(Number),
  node: process.version,
  cpu: expect.any(String),
};

test('the product stands beside its limit, and all that was acknowledged is there', { timeout: 120_000 }, async () => {
  const lines = await runBench('limit:group64,product,durability:kill');

  expect(lines.map(({ name }) => name)).toEqual([
    'limit:group64',
    'product:closed-loop',
    'product:closed-loop:bytes',
    'durability:kill',
  ]);
  expect(lines[1]).toMatchObject({
    ...FIGURES,
    acked: 500,
    persisted: 500,
    limit: lines[0]?.['msgs_per_s'],
    ratio: expect.any(Number),
    cpu_us_per_msg: expect.any(Number),
    bytes_per_checkin: expect.any(Number),
    target: 'ratio >= 0.6, bytes_per_checkin <= 200',
    met: expect.any(Boolean),
  });
  expect(lines[3]).toMatchObject({ lost: 0, intact: true, met: true });
});

test('so it does on PostgreSQL, as one process and as two', { timeout: 120_000 }, async () => {
  const lines = await runBench('postgres:closed-loop,postgres:workers');

  expect(lines[0]).toMatchObject({ ...FIGURES, name: 'postgres:closed-loop', acked: 500, persisted: 500 });
  expect(lines.at(-1)).toMatchObject({ name: 'postgres:workers', processes: 2, acked: 500, persisted: 500 });
});

test.each([
  ['--quick', /Unknown option '--quick'/],
  ['--n=many', /--n must be a whole number/],
  ['--scale=2', /--scale must be above 0/],
])('%s is refused, with what can be asked for', (argument, what) => {
  expect(() => readOptions([argument])).toThrow(what);
  expect(() => readOptions([argument])).toThrow(/Usage: npm run bench -- \[--only=…\] .*\[--strict\]/);
});

test('a figure that misses its target is not met, and one that was not measured is not judged', () => {
  expect(judge({ name: 'open-loop:1000', p99_ms: 4 })).toMatchObject({ met: true });
  expect(judge({ name: 'open-loop:1000', p99_ms: 6 })).toEqual({ target: 'p99_ms <= 5', met: false });
  expect(judge({ name: 'open-loop:1000', skipped: 'no disk' })).toEqual({});
});

/** What strace prints of it. */
function hex(bytes: Buffer | string): string {
  return [...Buffer.from(bytes)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

const LOG = `22<${hex('/tmp/x/zaoba.sqlite-wal')}>`;
const header = (fileSize: number): Buffer => Buffer.from([0, 0, 0, 5, 0, 0, 0, fileSize, ...Array<number>(16).fill(0)]);
const said = (words: string): string => `7 write(21<${hex('/tmp/x/acks')}>, "${hex(`${words}\n`)}", 9) = 9`;
const frame = (page: string, fileSize: number): string[] => [
  `7 pwrite64(${LOG}, "${hex(header(fileSize))}", 24, 0) = 24`,
  `7 pwrite64(${LOG}, "${hex(page)}", 4096, 24) = 4096`,
];

const CAME = [said('+msg-1')];
const ACKNOWLEDGED = [said('-msg-1')];
const WRITTEN = [...frame('..msg-1..', 0), ...frame('other', 9)];
const BEGUN = frame('..msg-1..', 0);
const OTHERS = frame('..msg-12..', 9);
const SYNCED = [`7 fdatasync(${LOG}) = 0`];
const SYNCING = [`8 fdatasync(${LOG} <unfinished ...>`];
const DONE = ['8 <... fdatasync resumed>) = 0'];

test.each([
  { order: [CAME, WRITTEN, SYNCED, ACKNOWLEDGED], violations: 0 },
  { order: [CAME, WRITTEN, SYNCING, OTHERS, DONE, ACKNOWLEDGED], violations: 0 },
  { order: [CAME, WRITTEN, ACKNOWLEDGED, SYNCED], violations: 1 },
  { order: [WRITTEN, SYNCED, CAME, ACKNOWLEDGED], violations: 1 },
  { order: [CAME, SYNCING, WRITTEN, DONE, ACKNOWLEDGED], violations: 1 },
  { order: [CAME, BEGUN, SYNCED, ACKNOWLEDGED], violations: 1 },
  { order: [CAME, WRITTEN, SYNCING, ACKNOWLEDGED, DONE], violations: 1 },
  { order: [CAME, OTHERS, SYNCED, ACKNOWLEDGED], violations: 1 },
])('$violations violations are seen in a trace', ({ order, violations }) => {
  expect(judgeTrace(order.flat())).toMatchObject({ acked: 1, violations });
});

test('words that leave before the commit that holds them is on the disk are seen in a trace', () => {
  const composed = frame('..早上好，同学们..', 9);
  const left = [said('>早上好')];

  expect(judgeTrace([composed, SYNCED, left].flat())).toMatchObject({ left: 1, violations: 0 });
  expect(judgeTrace([composed, left, SYNCED].flat())).toMatchObject({ left: 1, violations: 1 });
});
