/**
 * The bot dies by kill -9 around its posts and starts again on the same data.
 *
 * A post is in the chat exactly once; where nobody can know whether it arrived, at most once, and the bot says that it
 * does not know. A check-in that was acknowledged stays, and one that the platform tells again counts once.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { describeDialects, type Dialect } from '../support/dialects.js';
import { DAY, Rehearsal, type RoomName, TOPICS } from '../support/rehearsal.js';

const TASK = '【今日任务】';
const REVIEW = '【今日点评】';
const TIMEOUT_MS = 280_000;
const ROOMS = ['english', 'poems'] as const;
const MOMENTS = [
  { time: '08:00', kind: 'task', heading: TASK, name: '林小满' },
  { time: '20:00', kind: 'review', heading: REVIEW, name: '王大力' },
] as const;
type Moment = (typeof MOMENTS)[number];

interface Rehearsed {
  readonly databaseUrl?: string;
  readonly moments?: readonly Moment[];
  live(day: Rehearsal, moment: Moment): Promise<void>;
}

async function rehearse({ moments = MOMENTS, live, ...where }: Rehearsed): Promise<void> {
  const day = await Rehearsal.open(where);
  try {
    for (const moment of moments) {
      await day.approach(moment.time);
      await live(day, moment);
      expect(day.bot.logged(50)).toEqual([]);
      expect(await day.bot.stop()).toMatchObject({ code: 0 });
    }
  } finally {
    await day.end();
  }
}

/** By room: the state of its slot. */
async function states(day: Rehearsal, { kind }: Moment): Promise<Readonly<Record<string, string>>> {
  const posts = (await day.records.posts()).filter((post) => post.kind === kind);
  expect(posts.map((post) => post.day)).toEqual([DAY, DAY]);
  return Object.fromEntries(posts.map(({ topic, state }) => [topic, state]));
}

async function dieAndStart(day: Rehearsal): Promise<void> {
  await day.bot.kill();
  await day.start();
}

/** What had an unknown end at the start is decided some ten seconds after coming online. */
async function allDecided(day: Rehearsal, moment: Moment): Promise<Readonly<Record<string, string>>> {
  await day.bot.eventually(
    'all posts are decided',
    async () => {
      const now = Object.values(await states(day, moment));
      return now.length === ROOMS.length && now.every((state) => state === 'sent' || state === 'uncertain');
    },
    40_000,
  );
  return states(day, moment);
}

/** The platform tells the message again. */
async function expectCountedOnce(day: Rehearsal, name: string, messageId: string): Promise<void> {
  await day.wechat.ask('repeat', { messageId });
  await sleep(1_500);
  const rows = (await day.records.checkIns()).filter((row) => row.name === name);
  expect(rows).toEqual([expect.objectContaining({ topic: TOPICS.english, day: DAY, total: 1 })]);
}

/** It may die between its note that it sends and the sending: then nothing left, and it cannot know. */
async function expectOnceOrUnknown(day: Rehearsal, room: RoomName, heading: string, state?: string): Promise<void> {
  const { length } = await day.attempts(room, heading);
  expect(['sent', 'uncertain']).toContain(state);
  expect(state === 'uncertain' ? [0, 1] : [1]).toContain(length);
}

async function dieBeforeAndAfter(day: Rehearsal, moment: Moment): Promise<void> {
  const { name, heading } = moment;
  const acknowledged = await day.says(name, 'english', '打卡 今天读了三页');
  await day.hears('english', `✅ ${name}`);
  await day.bot.kill();
  const unheard = await day.says('赵一', 'english', '打卡 补上');
  await day.start();
  await day.at(0);
  await day.hears('poems', heading, 60_000);
  await dieAndStart(day);

  const decided = await allDecided(day, moment);
  for (const room of ROOMS) await expectOnceOrUnknown(day, room, heading, decided[TOPICS[room]]);
  expect(await day.arrived('poems', heading)).toHaveLength(1);
  await expectCountedOnce(day, name, acknowledged);
  await expectCountedOnce(day, '赵一', unheard);
  expect(await day.attempts('english', `✅ ${name}`)).toHaveLength(1);
  expect(await day.attempts('english', '✅ 赵一')).toHaveLength(1);
}

async function dieWithoutAnAnswer(day: Rehearsal, moment: Moment): Promise<void> {
  const { heading } = moment;
  await day.at(-4);
  await day.mood('hang', 1);
  await day.bot.eventually('it tries', async () => (await day.attempts('poems', heading))[0], 60_000);
  expect(await states(day, moment)).toMatchObject({ [TOPICS.poems]: 'sending' });
  await dieAndStart(day);

  expect(await allDecided(day, moment)).toEqual({ [TOPICS.english]: 'sent', [TOPICS.poems]: 'uncertain' });
  expect(await day.arrived('poems', heading)).toEqual([]);
  expect(await day.attempts('poems', heading)).toHaveLength(1);
  expect(await day.attempts('english', heading)).toHaveLength(1);
  await day.whispers('陈老师', '/状态');
  const status = await day.hears({ person: '陈老师' }, '不确定是否发出');
  expect(status.text).toContain(TOPICS.poems);
}

/** In the morning there is time to note the echo, in the evening there is none. */
async function dieBeforeTheAnswer(day: Rehearsal, moment: Moment): Promise<void> {
  const { heading, kind } = moment;
  await day.at(-4);
  await day.mood('send-then-hang', 1);
  await day.hears('poems', heading, 60_000);
  if (kind === 'task') await sleep(1_500);
  await dieAndStart(day);

  const decided = await allDecided(day, moment);
  const proven = kind === 'task' ? ['sent'] : ['sent', 'uncertain'];
  expect(proven).toContain(decided[TOPICS.poems]);
  expect(decided[TOPICS.english]).toBe('sent');
  for (const room of ROOMS) expect(await day.attempts(room, heading)).toHaveLength(1);
}

const MORNING = MOMENTS.slice(0, 1);

describe.concurrent('kill -9', () => {
  test.concurrent(
    'before and after a post: the post is there once, and so is each check-in',
    { timeout: TIMEOUT_MS },
    () => rehearse({ live: dieBeforeAndAfter }),
  );

  test.concurrent(
    'after a post has arrived, before the platform says so: its echo proves it, and it is not repeated',
    { timeout: TIMEOUT_MS },
    () => rehearse({ live: dieBeforeTheAnswer }),
  );

  describeDialects('while the platform does not answer', ({ name, freshUrl }: Dialect) => {
    test.concurrent(
      'nobody knows whether the post arrived, so it is shown and not repeated',
      { timeout: TIMEOUT_MS },
      async () => {
        const moments = name === 'sqlite' ? MOMENTS : MORNING;
        await rehearse({ databaseUrl: await freshUrl(), moments, live: dieWithoutAnAnswer });
      },
    );
  });
});
