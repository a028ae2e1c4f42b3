/** What a day's look does once it does once, however often it looks; and after a login nobody known begins anew. */

import { expect, test } from 'vitest';
import { SIMULATED_PACING } from '../../../src/domain/pacing.js';
import { features } from '../../../src/features.js';
import { settle } from '../../../src/features/referrals/dailies/settle.js';
import { handOver } from '../../../src/features/trials/dailies/hand-over.js';
import { sayNotes } from '../../../src/features/trials/dailies/say-notes.js';
import { Catalogue } from '../../../src/kit/catalogue.js';
import type { Daily } from '../../../src/kit/daily.js';
import { startWork, todayIn } from '../../../src/kit/work.js';
import { noPictures } from '../../../src/ports/picture-shelf.js';
import { readAccount } from '../../../src/storage/accounts.js';
import { listRegisteredRooms } from '../../../src/storage/rooms.js';
import { describeDialects, type Dialect } from '../../support/dialects.js';
import { startTestBot, type TestBot } from '../../support/test-bot.js';

async function startScene(dialect: Dialect) {
  const bot = await startTestBot({ dialect, now: '2026-03-02T07:00:00+08:00' });
  const owner = await bot.owner();
  const room = bot.room('英语体验群');
  await owner.says('/建群 体验 英语', room);
  return { bot, owner, room };
}

/** As the planner does, once more. */
async function lookAgain({ database, clock }: TestBot, daily: Daily): Promise<void> {
  await database.transaction(async (tx) => {
    const { id } = await tx.selectFrom('account').select('id').executeTakeFirstOrThrow();
    const parts = { pacing: SIMULATED_PACING, catalogue: new Catalogue(features), pictures: noPictures };
    const work = startWork(parts, tx, await readAccount(tx, id), clock.now());
    for (const room of await listRegisteredRooms(tx, id)) {
      if (room.kind !== null && daily.rooms.includes(room.kind))
        await daily.run({ ...work, room, today: todayIn(room, work.now) });
    }
  });
}

describeDialects('a day that is looked at twice', (dialect) => {
  test('says, opens and pays nothing twice', async () => {
    const { bot, room } = await startScene(dialect);
    const [lin, zhou] = [bot.person('小林'), bot.person('小周')];
    await zhou.whispers('你好');
    for (const one of [lin, zhou]) await one.joins(room);
    const code = /邀请码：(\w{8})/u.exec(await lin.says('我的邀请码', room))?.[1] ?? '';
    await zhou.says(`邀请码 ${code}`, room);
    for (const day of ['03', '04', '05', '06', '07', '08', '09', '10']) {
      await bot.passTo(`2026-03-${day}T17:30:00+08:00`);
      if (day < '06') await zhou.says('打卡', room);
      const look = async () => {
        for (const daily of [handOver, sayNotes, settle]) await lookAgain(bot, daily);
      };
      await look();
      const before = await counts(bot);
      expect(before.points, 'checked in, or paid').toBeLessThan(8);
      await look();
      expect(await counts(bot), `on the ${day}th`).toEqual(before);
    }
  });
});

/** How many rows there are of each; states and steps in full. */
async function counts(bot: TestBot) {
  return bot.database.transaction(async (tx) => {
    const outbox = await tx.selectFrom('outbox').select('id').execute();
    const todo = await tx.selectFrom('todo').select(['id', 'done_at']).orderBy('id').execute();
    const steps = await tx.selectFrom('trial_step').selectAll().orderBy('trial_id').orderBy('step').execute();
    const trials = await tx.selectFrom('trial').selectAll().orderBy('id').execute();
    const points = await tx.selectFrom('points_entry').select('id').execute();
    const referral = await tx.selectFrom('referral').selectAll().execute();
    return { outbox: outbox.length, todo, steps, trials, points: points.length, referral };
  });
}

describeDialects('after a login that changed all ids', (dialect) => {
  test('a list of members begins no trials, and somebody who joins does', async () => {
    const { bot, room } = await startScene(dialect);
    await bot.person('小林').joins(room);
    await bot.database.transaction((tx) =>
      tx
        .updateTable('account')
        .set({ session: 1, session_at: bot.clock.now() + 1 })
        .execute(),
    );
    await bot.passTo('2026-03-03T10:00:00+08:00');
    const people = ['小林', '小周'].map((name) => bot.person(name, `new-${name}`));

    await bot.bot.receive({ type: 'room.roster', room, people, at: bot.clock.now() });
    await bot.bot.intake.settle();
    const begun = async () => (await counts(bot)).trials.length;

    expect(await begun()).toBe(1);
    await bot.passTo('2026-03-03T10:01:00+08:00');
    await bot.person('小雨', 'new-小雨').joins(room);
    expect(await begun()).toBe(2);
  });
});
