/** What is done once a local day for each room. */

import { expect, test } from 'vitest';
import { defineDaily } from '../../src/kit/daily.js';
import { defineFeature } from '../../src/kit/feature.js';
import { describeDialects, type Dialect } from '../support/dialects.js';
import { openTestDatabase, startKitBot } from '../support/kit-bot.js';

async function startScene(dialect: Dialect, trouble: () => void = () => {}) {
  const ran: string[] = [];
  const look = defineDaily({
    name: 'look',
    rooms: ['trial'],
    async run({ room, today }) {
      trouble();
      ran.push(`${room.topic} ${today}`);
    },
  });
  const features = [defineFeature({ name: 'test', dailies: [look] })];
  const kit = await startKitBot({ database: await openTestDatabase(await dialect.freshUrl()), features });
  const pass = async (instant: string): Promise<string[]> => {
    kit.clock.advance(Date.parse(instant) - kit.clock.now());
    await kit.bot.plan();
    return ran.splice(0).map((line) => line.replace(/\d+$/, ''));
  };
  return { ...kit, pass, ran };
}

describeDialects('a daily', (dialect) => {
  test('runs at 09:30 of the room, once a day, for rooms of its kinds', async () => {
    const { addRoom, pass } = await startScene(dialect);
    await addRoom('体验群', 'trial');
    await addRoom('付费群', 'paid');

    expect(await pass('2026-03-02T09:29:00+08:00')).toEqual([]);
    expect(await pass('2026-03-02T09:30:00+08:00')).toEqual(['体验群 ']);
    expect(await pass('2026-03-02T23:00:00+08:00')).toEqual([]);
    expect(await pass('2026-03-03T09:30:00+08:00')).toEqual(['体验群 ']);
  });

  test('a room that is registered later in the day begins with the next', async () => {
    const { addRoom, clock, pass } = await startScene(dialect);
    clock.advance(Date.parse('2026-03-02T10:00:00+08:00') - clock.now());
    await addRoom('体验群', 'trial');

    expect(await pass('2026-03-02T20:00:00+08:00')).toEqual([]);
    expect(await pass('2026-03-03T09:31:00+08:00')).toEqual(['体验群 ']);
  });

  test('after days away it runs once; by night it waits for the morning', async () => {
    const { addRoom, pass } = await startScene(dialect);
    await addRoom('体验群', 'trial');

    expect(await pass('2026-03-06T02:00:00+08:00')).toEqual([]);
    expect(await pass('2026-03-06T15:00:00+08:00')).toEqual(['体验群 ']);
    expect(await pass('2026-03-06T16:00:00+08:00')).toEqual([]);
  });

  test('a fault is tried again, and the day is not lost', async () => {
    let broken = true;
    const scene = await startScene(dialect, () => {
      if (broken) throw new Error('Not today.');
    });
    scene.expectFaults(1);
    await scene.addRoom('体验群', 'trial');

    expect(await scene.pass('2026-03-02T09:30:00+08:00')).toEqual([]);
    broken = false;
    expect(await scene.pass('2026-03-02T09:33:00+08:00')).toEqual(['体验群 ']);
    const rows = await scene.database.transaction((tx) =>
      tx.selectFrom('appointment').select(['due_at', 'attempts']).where('kind', '=', 'daily:look').execute(),
    );
    expect(rows).toEqual([{ due_at: Date.parse('2026-03-03T09:30:00+08:00'), attempts: 0 }]);
  });

  test('a room that is no longer of its kinds is left alone for good', async () => {
    const { addRoom, database, pass } = await startScene(dialect);
    await addRoom('体验群', 'trial');
    await database.transaction((tx) => tx.updateTable('room').set({ kind: 'paid' }).execute());

    expect(await pass('2026-03-02T09:30:00+08:00')).toEqual([]);
    const kinds = await database.transaction((tx) => tx.selectFrom('appointment').select('kind').execute());
    expect(kinds).not.toContainEqual({ kind: 'daily:look' });
  });
});
