/**
 * A whole day of the bot as its own process, over wechaty's gRPC, configured by its environment alone.
 *
 * What was said is told by the platform's own ledger, what is known by the database's rows.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { describeDialects, type Dialect } from '../support/dialects.js';
import { DAY, Rehearsal, type RoomName, TOPICS } from '../support/rehearsal.js';

const TASK = '【今日任务】';
const REVIEW = '【今日点评】';
const TIMEOUT_MS = 280_000;

/** The count in a review's line: who checked in, and how many were expected. */
function figuresIn(review: string): number[] {
  const [line = ''] = /^✅.*$/m.exec(review) ?? [];
  return [...line.matchAll(/\d+/g)].map(([digits]) => Number(digits)).toSorted((a, b) => a - b);
}

async function words(day: Rehearsal, room: RoomName): Promise<string[]> {
  const said = await day.arrived(room, '');
  return said.map(({ text }) => text.slice(0, 8).split('\n')[0] ?? '');
}

async function expectOnce(day: Rehearsal, heading: string): Promise<void> {
  await day.at(0);
  for (const room of ['english', 'poems'] as const) {
    const post = await day.hears(room, heading, 30_000);
    expect(day.after(post.at), `${heading} in ${room}`).toBeGreaterThanOrEqual(0);
    expect(day.after(post.at), `${heading} in ${room}`).toBeLessThan(20);
  }
  await day.at(12);
  for (const room of ['english', 'poems'] as const) expect(await day.attempts(room, heading)).toHaveLength(1);
}

async function liveThroughADay(day: Rehearsal): Promise<void> {
  await day.approach('08:00');
  const first = await day.says('林小满', 'english', '打卡 今天读了三页');
  await day.hears('english', '林小满');
  await expectOnce(day, TASK);
  await day.says('王大力', 'english', '打卡 背了二十个单词');
  await day.says('周周', 'poems', '打卡 抄了一首诗');
  await day.hears('english', '王大力');
  await day.hears('poems', '周周');
  await day.wechat.ask('repeat', { messageId: first });
  const morning = await day.bot.stop();
  await day.approach('20:00');
  await expectOnce(day, REVIEW);
  const evening = await day.bot.stop();

  for (const { code, signal, tookMs } of [morning, evening]) {
    expect({ code, signal }).toEqual({ code: 0, signal: null });
    expect(tookMs).toBeLessThan(10_000);
  }
  await expectADayOfRecords(day);
  expect(day.bot.outside()).toEqual([]);
}

async function expectADayOfRecords(day: Rehearsal): Promise<void> {
  const [english] = await day.arrived('english', REVIEW);
  const [poems] = await day.arrived('poems', REVIEW);
  expect(figuresIn(english?.text ?? ''), english?.text).toEqual([2, 5]);
  expect(figuresIn(poems?.text ?? ''), poems?.text).toEqual([1, 3]);
  expect(await words(day, 'english')).toEqual([
    expect.stringContaining('早起英'),
    expect.stringContaining('✅ 林小满'),
    expect.stringContaining(TASK),
    expect.stringContaining('✅ 王大力'),
    expect.stringContaining(REVIEW),
  ]);
  expect(await words(day, 'poems')).toEqual([
    expect.stringContaining('唐诗共'),
    expect.stringContaining(TASK),
    expect.stringContaining('✅ 周周'),
    expect.stringContaining(REVIEW),
  ]);
  const { english: trial, poems: paid } = TOPICS;
  const sent = { day: DAY, state: 'sent', late: 0 };
  expect(await day.records.posts()).toEqual([
    expect.objectContaining({ topic: paid, kind: 'task', ...sent }),
    expect.objectContaining({ topic: trial, kind: 'task', ...sent }),
    expect.objectContaining({ topic: paid, kind: 'review', ...sent }),
    expect.objectContaining({ topic: trial, kind: 'review', ...sent }),
  ]);
  expect(await day.records.checkIns()).toEqual([
    expect.objectContaining({ topic: trial, name: '林小满', day: DAY, content: '今天读了三页', total: 1 }),
    expect.objectContaining({ topic: trial, name: '王大力', day: DAY, content: '背了二十个单词', total: 1 }),
    expect.objectContaining({ topic: paid, name: '周周', day: DAY, content: '抄了一首诗', total: 1 }),
  ]);
}

describe.concurrent('a day', () => {
  describeDialects('a community lives through it: claim, rooms, check-ins, tasks, reviews', (dialect: Dialect) => {
    test.concurrent(
      'everything is said once, at its time, with the right figures',
      { timeout: TIMEOUT_MS },
      async () => {
        const day = await Rehearsal.open({ databaseUrl: await dialect.freshUrl() });
        try {
          await liveThroughADay(day);
        } finally {
          await day.end();
        }
      },
    );
  });

  test.concurrent(
    'the puppet service is away at 08:00 and at 20:00: each post leaves once, a check-in counts once, nothing is blamed on the account',
    { timeout: TIMEOUT_MS },
    async () => {
      const day = await Rehearsal.open({ rooms: ROOMS });
      try {
        await liveThroughRestarts(day);
      } finally {
        await day.end();
      }
    },
  );
});

/** Enough that their failures in a row would stop the account, if a lost connection were the account's trouble. */
const ROOMS = ['english', 'poems', 'evening', 'weekend'] as const;

async function liveThroughRestarts(day: Rehearsal): Promise<void> {
  await day.approach('08:00');
  await day.at(-6);
  await day.wechat.ask('stopServer', {});
  await day.at(6);
  for (const room of ROOMS) expect(await day.attempts(room, TASK)).toEqual([]);
  await day.wechat.ask('startServer', {});
  await expectOnceAfter(day, TASK, '林小满');
  expect(await day.bot.stop()).toMatchObject({ code: 0 });

  await day.approach('20:00');
  await day.at(-1);
  await day.wechat.ask('restart', { downMs: 2_000 });
  await expectOnceAfter(day, REVIEW, '王大力');
  expect(await day.bot.stop()).toMatchObject({ code: 0 });

  expect((await day.records.posts()).map(({ state }) => state)).toEqual(Array.from({ length: 8 }, () => 'sent'));
  expect((await day.records.checkIns()).map(({ name, total }) => [name, total])).toEqual([
    ['林小满', 1],
    ['王大力', 1],
  ]);
}

/** What failed for sure is tried again as soon as the service is back. */
async function expectOnceAfter(day: Rehearsal, heading: string, name: string): Promise<void> {
  for (const room of ROOMS) {
    const post = await day.hears(room, heading, 45_000);
    expect(day.after(post.at), `${heading} in ${room}`).toBeLessThan(35);
  }
  await day.bot.online();
  await day.says(name, 'english', '打卡 今天也读了');
  await day.hears('english', `✅ ${name}`);
  await sleep(2_000);
  for (const room of ROOMS) expect(await day.attempts(room, heading)).toHaveLength(1);
  expect(await day.attempts('english', `✅ ${name}`)).toHaveLength(1);
  expect(day.bot.ended).toBeUndefined();
  expect(day.bot.logged(50)).toEqual([]);
}
