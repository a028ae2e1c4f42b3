import { expect, test } from 'vitest';
import { type AppointmentKeeper, makeAppointment } from '../../src/kit/appointment.js';
import { describeDialects } from '../support/dialects.js';
import { openTestDatabase, startKitBot } from '../support/kit-bot.js';

const TEN = Date.parse('2026-03-02T10:00:00+08:00');
const MINUTE = 60_000;

describeDialects('appointments', (dialect) => {
  async function start(keep: AppointmentKeeper['keep']) {
    const database = await openTestDatabase(await dialect.freshUrl());
    const bot = await startKitBot({ database, features: [{ name: 'feast', keepers: [{ kind: 'feast', keep }] }] });
    const room = await bot.addRoom('甲群', 'trial');
    const appoint = (subjectId: number, at = TEN) =>
      database.transaction((tx) => makeAppointment({ tx }, room, { kind: 'feast', subjectId, at }));
    const passTo = async (at: number) => {
      bot.clock.advance(at - bot.clock.now());
      await bot.bot.plan();
    };
    const count = () =>
      database.transaction(
        async (tx) => (await tx.selectFrom('appointment').selectAll().where('kind', '=', 'feast').execute()).length,
      );
    return { ...bot, room, appoint, passTo, count };
  }

  test('are kept once, at their time or as soon afterwards as the bot is there', async () => {
    const kept: string[] = [];
    const { appoint, passTo, bot } = await start(
      async ({ room }, subject) => void kept.push(`${room.topic} ${subject}`),
    );
    await appoint(1);
    await appoint(2, TEN + 5 * MINUTE);
    expect(await bot.nextDueAt()).toBe(TEN);

    await passTo(TEN - 1);
    expect(kept).toEqual([]);
    await passTo(TEN);
    expect(kept).toEqual(['甲群 1']);
    await passTo(TEN + 24 * 60 * MINUTE);
    expect(kept).toEqual(['甲群 1', '甲群 2']);
    expect(await bot.nextDueAt()).toBeUndefined();
  });

  test('one for the same subject takes the place of the other', async () => {
    const kept: number[] = [];
    const { appoint, passTo } = await start(async (_, subject) => void kept.push(subject));
    await appoint(1);
    await appoint(1, TEN + MINUTE);

    await passTo(TEN);
    expect(kept).toEqual([]);
    await passTo(TEN + MINUTE);
    expect(kept).toEqual([1]);
  });

  test('one that fails leaves nothing behind, is logged, and tried again ever more seldom; the others go on', async () => {
    const kept: number[] = [];
    let broken = true;
    const { appoint, passTo, expectFaults, warnings, database } = await start(async ({ tx }, subject) => {
      if (subject === 2) return void kept.push(subject);
      await tx.insertInto('member').values({ name: 'half done', created_at: 0 }).execute();
      if (broken) throw new Error('The cake fell down.');
      kept.push(subject);
    });
    expectFaults(2);
    await appoint(1);
    await appoint(2);

    await passTo(TEN);
    expect(kept.filter((one) => one === 2)).not.toEqual([]);
    expect(kept).not.toContain(1);
    await passTo(TEN + MINUTE);
    expect(warnings()).toHaveLength(1);
    await passTo(TEN + 2 * MINUTE);
    expect(warnings()).toEqual(Array.from({ length: 2 }, () => 'an appointment could not be kept'));
    broken = false;
    await passTo(TEN + 6 * MINUTE);
    expect(kept).toContain(1);

    const members = await database.transaction((tx) => tx.selectFrom('member').select('name').execute());
    expect(members.filter(({ name }) => name === 'half done')).toHaveLength(1);
  });

  test('two rounds of planning at once keep each once', async () => {
    const kept: number[] = [];
    const { appoint, bot, clock, count } = await start(async (_, subject) => void kept.push(subject));
    for (let subject = 1; subject <= 120; subject++) await appoint(subject);
    clock.advance(TEN - clock.now());

    await Promise.all([bot.plan(), bot.plan()]);

    expect(kept.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect(await count()).toBe(0);
  });
});
