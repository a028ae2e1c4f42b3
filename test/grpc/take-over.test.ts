/** Two processes for one account on one PostgreSQL: the first dies by kill -9 around 08:00, and the other goes on. */

import { describe, expect, test } from 'vitest';
import type { BotProcess } from '../support/bot-process.js';
import { describePostgres } from '../support/dialects.js';
import { DAY, Rehearsal } from '../support/rehearsal.js';

const TASK = '【今日任务】';
const TIMEOUT_MS = 280_000;
const STANDS_BY = /^another process runs this account: standing by, and taking over in \d+ s if that process is gone$/;
const ROOMS = ['english', 'poems'] as const;
/** The lease, a look a second, and the start of wechaty. */
const TAKEN_OVER_WITHIN_MS = 60_000;
/** So long before the moment the first is online, for the second has to be started too. */
const LAUNCH_MS = 14_000;

async function tasks(day: Rehearsal) {
  return (await day.records.posts()).filter((post) => post.kind === 'task');
}

/** Where it died between its note that it sends and the sending, nobody can know, and it is shown. */
async function expectOnceOrUnknown(day: Rehearsal, room: (typeof ROOMS)[number], state: string): Promise<void> {
  const { length } = await day.attempts(room, TASK);
  expect(['sent', 'uncertain']).toContain(state);
  expect(state === 'uncertain' ? [0, 1] : [1]).toContain(length);
}

describe.concurrent('an account', () => {
  describePostgres('a second process for it', (dialect) => {
    test.concurrent(
      'stands by, and takes over when the first is killed: each post once',
      { timeout: TIMEOUT_MS },
      async () => {
        const killedAt = -4 + 8 * Math.random();
        const day = await Rehearsal.open({ databaseUrl: await dialect.freshUrl() });
        try {
          await day.approach('08:00', LAUNCH_MS);
          await day.standBy();
          await day.at(killedAt);
          await day.dieInTheLead();

          await day.bot.eventually('it takes over', () => tookOver(day), TAKEN_OVER_WITHIN_MS);
          await day.bot.online();
          await day.bot.eventually('all is decided', async () => (await open(day)).length === 0, TAKEN_OVER_WITHIN_MS);

          const posts = await tasks(day);
          expect(posts.map((post) => post.day)).toEqual([DAY, DAY]);
          await expectOnceOrUnknown(day, 'poems', String(posts[0]?.state));
          await expectOnceOrUnknown(day, 'english', String(posts[1]?.state));
          expect(day.bot.logged(50), `killed ${killedAt} s after 08:00`).toEqual([]);
          expect(await day.bot.stop()).toMatchObject({ code: 0 });
        } finally {
          await day.end();
        }
      },
    );

    test.concurrent(
      'takes over from one that is held still amid a transaction, which stands by when it wakes up',
      { timeout: TIMEOUT_MS },
      async () => {
        const day = await Rehearsal.open({ databaseUrl: await dialect.freshUrl() });
        try {
          await day.approach('08:00', LAUNCH_MS);
          await day.standBy();
          const first = await day.freezeInTheLead();
          await day.bot.eventually('it takes over', () => tookOver(day), TAKEN_OVER_WITHIN_MS);
          // This puppet service serves one at a time: the new owner is let in once the old one has let go.
          process.kill(first.pid, 'SIGCONT');

          await first.eventually('the first stands by', () => standsBy(first), TAKEN_OVER_WITHIN_MS);
          await day.bot.eventually(
            'all is decided',
            async () => (await open(day)).length === 0,
            2 * TAKEN_OVER_WITHIN_MS,
          );

          const states = (await tasks(day)).map(({ state }) => String(state));
          await expectOnceOrUnknown(day, 'poems', states[0] ?? '');
          await expectOnceOrUnknown(day, 'english', states[1] ?? '');
          await day.says('林小满', 'english', '打卡 今天读了三页');
          await day.hears('english', '林小满');
          expect(await day.arrived('english', '林小满')).toHaveLength(1);
          expect([first.ended, day.bot.ended]).toEqual([undefined, undefined]);
          expect([...first.logged(50), ...day.bot.logged(50)]).toEqual([]);
          expect(await day.bot.stop()).toMatchObject({ code: 0 });
        } finally {
          await day.end();
        }
      },
    );
  });
});

/** It says for whom, and for how long at most if nobody is there any more. */
function standsBy(bot: BotProcess): boolean {
  return bot
    .logged(30)
    .some(({ msg, owner }) => STANDS_BY.test(msg) && typeof owner === 'string' && owner.includes('#'));
}

function tookOver(day: Rehearsal): boolean {
  return day.bot.logged(30).some(({ msg }) => msg === 'nobody runs this account any more: taking over');
}

/** Tasks that are not planned yet count too. */
async function open(day: Rehearsal): Promise<readonly unknown[]> {
  const posts = await tasks(day);
  const undecided = posts.filter(({ state }) => state !== 'sent' && state !== 'uncertain');
  return posts.length < ROOMS.length ? ROOMS : undecided;
}
