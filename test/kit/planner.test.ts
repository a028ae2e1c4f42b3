import { expect, test } from 'vitest';
import { addDays, formatLocalDay, type LocalDay, parseLocalDay } from '../../src/domain/local-day.js';
import type { PostKind } from '../../src/domain/post.js';
import type { RoomSettings } from '../../src/domain/room.js';
import { defineFeature, type Feature } from '../../src/kit/feature.js';
import { definePost, type PostDefinition } from '../../src/kit/post.js';
import { rescheduleRoom } from '../../src/kit/room-schedules.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { saveSettings } from '../../src/storage/room-settings.js';
import { readRoom, type Room } from '../../src/storage/rooms.js';
import { listSchedules } from '../../src/storage/schedules.js';
import { type Dialect, describeDialects } from '../support/dialects.js';
import { chatRoom, type KitBot, openTestDatabase, startKitBot } from '../support/kit-bot.js';
import { ManualClock } from '../support/manual-clock.js';

const HOUR = 3_600_000;

function postOf(kind: PostKind, changes: Partial<PostDefinition> = {}): PostDefinition {
  return definePost({
    kind,
    isOwedTo: (room) => room.kind !== 'staff',
    compose: async ({ day, late }) => ({ text: `${kind} ${formatLocalDay(day)}${late ? ' late' : ''}` }),
    ...changes,
  });
}

const plain: Feature = defineFeature({ name: 'plain', posts: [postOf('task'), postOf('review')] });

function day(text: string): LocalDay {
  return parseLocalDay(text) as LocalDay;
}

interface Slot {
  readonly kind: string;
  readonly day: string;
  readonly state: string;
  readonly reason: string | null;
}

async function slotsOf({ database }: KitBot, room?: Room): Promise<Slot[]> {
  const rows = await database.transaction((tx) => {
    const all = tx.selectFrom('outbox').select(['kind', 'day', 'state', 'reason']).where('day', 'is not', null);
    return (room ? all.where('room_id', '=', room.id) : all).orderBy('day').orderBy('kind').execute();
  });
  return rows.map((row) => ({ ...row, day: formatLocalDay(row.day as LocalDay) }));
}

async function nextDue({ database }: KitBot, room: Room): Promise<Record<string, string>> {
  const schedules = await database.transaction((tx) => listSchedules(tx, room.id));
  return Object.fromEntries(schedules.map((one) => [one.kind, new Date(one.nextDueAt).toISOString()]));
}

async function changeSettings(kit: KitBot, { id }: Room, change: Partial<RoomSettings>): Promise<void> {
  await kit.database.transaction(async (tx) => {
    const room = await readRoom(tx, id);
    const changed = { ...room, settings: { ...room.settings, ...change } };
    await saveSettings(tx, id, changed.settings);
    await rescheduleRoom({ tx, now: kit.clock.now(), catalogue: kit.catalogue }, changed);
  });
}

describeDialects('the planner', (dialect: Dialect) => {
  async function start(features: readonly Feature[] = [plain], now = '2026-03-02T07:00:00+08:00') {
    return startKitBot({
      database: await openTestDatabase(await dialect.freshUrl()),
      features,
      clock: new ManualClock(now),
    });
  }

  async function passTo(kit: KitBot, instant: string): Promise<void> {
    kit.clock.advance(Date.parse(instant) - kit.clock.now());
    await kit.bot.plan();
  }

  test('a slot is filled when its time has come, and once', async () => {
    const kit = await start();
    const room = await kit.addRoom('甲群', 'paid');

    await passTo(kit, '2026-03-02T07:59:59+08:00');
    expect(await slotsOf(kit)).toEqual([]);
    await passTo(kit, '2026-03-02T08:00:00+08:00');
    await kit.bot.plan();
    await passTo(kit, '2026-03-02T08:01:00+08:00');

    expect(await slotsOf(kit)).toEqual([{ kind: 'task', day: '2026-03-02', state: 'planned', reason: null }]);
    expect(await nextDue(kit, room)).toEqual({ review: '2026-03-02T12:00:00.000Z', task: '2026-03-03T00:00:00.000Z' });
  });

  test('after some minutes it says that it is late, within the window it is still posted', async () => {
    const kit = await start();
    await kit.addRoom('甲群', 'paid');

    await passTo(kit, '2026-03-02T08:10:00+08:00');
    await kit.settle();
    await passTo(kit, '2026-03-02T21:29:59+08:00');
    await kit.settle();

    expect(kit.sentTo(chatRoom('甲群'))).toEqual(['task 2026-03-02', 'review 2026-03-02 late']);
  });

  test.each([
    ['11:00:00', '11:00:01'],
    ['11:00:00', '12:00:00'],
  ])('a task is caught up until %s and at %s it is skipped with the reason', async (last, after) => {
    const kit = await start();
    const [first, second] = [await kit.addRoom('甲群', 'paid'), await kit.addRoom('乙群', 'paid')];
    await kit.database.transaction((tx) => tx.deleteFrom('schedule').where('room_id', '=', second.id).execute());

    await passTo(kit, `2026-03-02T${last}+08:00`);
    await kit.database.transaction((tx) =>
      tx
        .insertInto('schedule')
        .values({
          room_id: second.id,
          kind: 'task',
          next_day: day('2026-03-02'),
          next_due_at: kit.clock.now() - 3 * HOUR,
        })
        .execute(),
    );
    await passTo(kit, `2026-03-02T${after}+08:00`);

    expect(await slotsOf(kit, first)).toMatchObject([{ state: 'planned' }]);
    expect(await slotsOf(kit, second)).toMatchObject([{ state: 'skipped', reason: 'too-late' }]);
  });

  test('each of several missed days gets its row, and today is still posted', async () => {
    const kit = await start();
    await kit.addRoom('甲群', 'paid');

    await passTo(kit, '2026-03-06T08:30:00+08:00');

    const tasks = (await slotsOf(kit)).filter((slot) => slot.kind === 'task');
    expect(tasks.map((slot) => `${slot.day} ${slot.reason ?? slot.state}`)).toEqual([
      '2026-03-02 too-late',
      '2026-03-03 too-late',
      '2026-03-04 too-late',
      '2026-03-05 too-late',
      '2026-03-06 planned',
    ]);
    expect((await slotsOf(kit)).filter((slot) => slot.kind === 'review')).toHaveLength(4);
  });

  test('a skipped slot keeps the reason that the post gave, and its hook hears of it once', async () => {
    const heard: string[] = [];
    const skipping = postOf('task', {
      compose: async () => ({ skip: 'no-lesson' }),
      skipped: async ({ room }, reason) => void heard.push(`${room.topic} ${reason}`),
    });
    const kit = await start([defineFeature({ name: 'skipping', posts: [skipping] })]);
    await kit.addRoom('甲群', 'paid');

    await passTo(kit, '2026-03-02T08:00:00+08:00');
    await kit.bot.plan();

    expect(await slotsOf(kit)).toMatchObject([{ state: 'skipped', reason: 'no-lesson' }]);
    expect(heard).toEqual(['甲群 no-lesson']);
  });

  test('a post that cannot be composed is a recorded fault, and the others appear', async () => {
    const faulty = postOf('task', {
      compose: async ({ room, tx }) => {
        await tx.updateTable('room').set({ topic: '写了一半' }).where('id', '=', room.id).execute();
        if (room.topic === '坏群') throw new Error('The lesson is torn.');
        return { text: `task for ${room.topic}` };
      },
    });
    const kit = await start([defineFeature({ name: 'faulty', posts: [faulty] })]);
    kit.expectFaults(1);
    for (const topic of ['甲群', '坏群', '乙群']) await kit.addRoom(topic, 'paid');

    await passTo(kit, '2026-03-02T08:00:00+08:00');

    expect((await slotsOf(kit)).map((slot) => slot.reason ?? slot.state)).toEqual(['planned', 'fault', 'planned']);
    const topics = await kit.database.transaction((tx) =>
      tx.selectFrom('room').select('topic').orderBy('id').execute(),
    );
    expect(topics.map((row) => row.topic)).toEqual(['写了一半', '坏群', '写了一半']);
  });

  test('a hook that fails after a skip stops neither the slot nor the other rooms', async () => {
    const clumsy = postOf('task', {
      compose: async () => ({ skip: 'no-lesson' }),
      skipped: async ({ room }) => {
        if (room.topic === '坏群') throw new Error('Nobody to tell.');
      },
    });
    const kit = await start([defineFeature({ name: 'clumsy', posts: [clumsy] })]);
    kit.expectFaults(1);
    for (const topic of ['甲群', '坏群', '乙群']) await kit.addRoom(topic, 'paid');

    await passTo(kit, '2026-03-02T08:00:00+08:00');

    expect((await slotsOf(kit)).map((slot) => slot.reason)).toEqual(['no-lesson', 'no-lesson', 'no-lesson']);
  });

  test('a hundred and twenty rooms are planned in one go', async () => {
    const kit = await start();
    for (let index = 0; index < 120; index++) await kit.addRoom(`群${index}`, 'paid');

    await passTo(kit, '2026-03-02T08:00:00+08:00');

    expect(await slotsOf(kit)).toHaveLength(120);
  });

  test('where the clocks skip the hour the post moves forward, where they repeat it the first counts', async () => {
    const kit = await start([plain], '2026-03-07T12:00:00Z');
    const settings = { zone: 'America/New_York' };
    const room = await kit.addRoom('纽约群', 'paid', { ...settings, taskTime: 8 * 60 });
    expect((await nextDue(kit, room))['task']).toBe('2026-03-07T13:00:00.000Z');

    await passTo(kit, '2026-03-07T13:00:00Z');
    expect((await nextDue(kit, room))['task']).toBe('2026-03-08T12:00:00.000Z');
    await changeSettings(kit, room, { taskTime: 2 * 60 + 30 });
    expect((await nextDue(kit, room))['task']).toBe('2026-03-08T07:30:00.000Z');
    await passTo(kit, '2026-10-31T12:00:00Z');
    await changeSettings(kit, room, { taskTime: 90 });
    expect((await nextDue(kit, room))['task']).toBe('2026-11-01T05:30:00.000Z');
  });

  test('rooms in other zones have their own mornings', async () => {
    const kit = await start([plain], '2026-03-02T00:00:00Z');
    const zones = ['Asia/Shanghai', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati'];
    const due: string[] = [];
    for (const zone of zones) due.push((await nextDue(kit, await kit.addRoom(zone, 'paid', { zone })))['task'] ?? '');

    expect(due).toEqual([
      '2026-03-03T00:00:00.000Z',
      '2026-03-02T08:00:00.000Z',
      '2026-03-02T13:00:00.000Z',
      '2026-03-02T02:30:00.000Z',
      '2026-03-02T18:00:00.000Z',
    ]);
  });

  test('a day that a zone skipped owes nothing', async () => {
    const kit = await start([plain], '2011-12-28T12:00:00Z');
    await kit.addRoom('萨摩亚群', 'paid', { zone: 'Pacific/Apia' });

    await passTo(kit, '2012-01-01T00:00:00Z');

    const tasks = (await slotsOf(kit)).filter((slot) => slot.kind === 'task').map((slot) => slot.day);
    expect(tasks).not.toContain('2011-12-30');
    expect(tasks).toContain('2011-12-31');
  });

  test('a time that is moved later today moves today’s post', async () => {
    const kit = await start();
    const room = await kit.addRoom('甲群', 'paid');

    await changeSettings(kit, room, { taskTime: 9 * 60 });
    await passTo(kit, '2026-03-02T08:30:00+08:00');
    expect(await slotsOf(kit)).toEqual([]);
    await passTo(kit, '2026-03-02T09:00:00+08:00');
    expect(await slotsOf(kit)).toHaveLength(1);
  });

  test('a time that is moved after the post was made makes no second one', async () => {
    const kit = await start();
    const room = await kit.addRoom('甲群', 'paid');
    await passTo(kit, '2026-03-02T08:00:00+08:00');

    await changeSettings(kit, room, { taskTime: 9 * 60 });
    await passTo(kit, '2026-03-02T09:00:00+08:00');

    expect((await slotsOf(kit)).map((slot) => slot.day)).toEqual(['2026-03-02']);
    expect((await nextDue(kit, room))['task']).toBe('2026-03-03T01:00:00.000Z');
  });

  test('a time that is moved into the past loses no post: today’s comes at once', async () => {
    const kit = await start([plain], '2026-03-02T07:50:00+08:00');
    const room = await kit.addRoom('甲群', 'paid');

    await changeSettings(kit, room, { taskTime: 7 * 60 + 45 });
    await passTo(kit, '2026-03-02T08:00:00+08:00');

    expect(await slotsOf(kit)).toEqual([{ kind: 'task', day: '2026-03-02', state: 'planned', reason: null }]);
  });

  test('settings that change while a slot is overdue do not lose it', async () => {
    const kit = await start();
    const room = await kit.addRoom('甲群', 'paid');
    kit.clock.advance(2 * HOUR);

    await changeSettings(kit, room, { cutoff: 60 });
    await kit.bot.plan();

    expect(await slotsOf(kit)).toMatchObject([{ kind: 'task', day: '2026-03-02' }]);
  });

  test('a zone that is changed keeps every local day to one post', async () => {
    const kit = await start();
    const room = await kit.addRoom('甲群', 'paid');

    for (let index = 0; index < 12; index++) {
      await changeSettings(kit, room, { zone: index % 2 === 0 ? 'America/New_York' : 'Asia/Shanghai' });
      kit.clock.advance(7 * HOUR);
      await kit.bot.plan();
    }

    const days = (await slotsOf(kit)).filter((slot) => slot.kind === 'task').map((slot) => slot.day);
    expect(new Set(days).size).toBe(days.length);
    expect(days.length).toBeGreaterThanOrEqual(3);
  });

  test('a room without any schedule is not planned, and one that is registered late owes nothing of today', async () => {
    const kit = await start([plain], '2026-03-02T20:30:00+08:00');
    const room = await kit.addRoom('甲群', 'paid');

    await kit.bot.plan();

    expect(await slotsOf(kit)).toEqual([]);
    expect(await nextDue(kit, room)).toEqual({ task: '2026-03-03T00:00:00.000Z', review: '2026-03-03T12:00:00.000Z' });
  });

  test('two planners at once fill every slot once', async () => {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const clock = new ManualClock('2026-03-02T07:00:00+08:00');
    const kit = await startKitBot({ database, features: [plain], clock });
    const rooms: Room[] = [];
    for (let index = 0; index < 60; index++) rooms.push(await kit.addRoom(`群${index}`, 'paid'));
    // SQLite allows one process: there the second planner shares its connection.
    const other = dialect.name === 'postgres' ? openDatabase(url) : database;
    const second = await startKitBot({ database: other, features: [plain], clock });
    clock.advance(HOUR + 60_000);

    await Promise.all([kit.bot.plan(), second.bot.plan(), kit.bot.plan(), second.bot.plan()]);

    expect(await slotsOf(kit)).toHaveLength(rooms.length);
    const due = await database.transaction((tx) =>
      tx.selectFrom('schedule').select('next_day').where('kind', '=', 'task').execute(),
    );
    expect(new Set(due.map((row) => row.next_day))).toEqual(new Set([addDays(day('2026-03-02'), 1)]));
    if (other !== database) await other.close();
  });
});
