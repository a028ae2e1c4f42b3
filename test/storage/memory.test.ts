import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { tapStatements } from '../../scripts/bench/statement-tap.js';
import type { AccountId, RoomId } from '../../src/domain/ids.js';
import { addDays, type LocalDay } from '../../src/domain/local-day.js';
import { DEFAULT_SETTINGS } from '../../src/domain/room.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import { findLesson, saveCoursePlan, saveLesson } from '../../src/storage/courses.js';
import { type Database, inStep, type Tx } from '../../src/storage/database.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { findCollecting, appendItem } from '../../src/storage/outbox-items.js';
import { appendOutbox } from '../../src/storage/outbox.js';
import { markPresent } from '../../src/storage/presence.js';
import { deletePointsDay, saveFreezeRule, savePointsDay } from '../../src/storage/room-calendar.js';
import { saveSettings } from '../../src/storage/room-settings.js';
import { markRegistered } from '../../src/storage/rooms.js';
import { findOrAddRoom, findRoomByPlatformId } from '../../src/storage/seen-rooms.js';
import { readStandingOn } from '../../src/storage/standing-on-day.js';
import { saveLedgerHead } from '../../src/storage/standings.js';
import { describeDialects } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

const ROOM = { platformId: 'r1', topic: '英语' };

interface Known {
  readonly database: Database;
  readonly url: string;
  readonly accountId: AccountId;
  readonly roomId: RoomId;
}

/** How often a query that begins so has been asked of the database. */
function countReads(beginning: string): () => number {
  let reads = 0;
  const end = tapStatements(({ sql }) => (reads += sql.startsWith(beginning) ? 1 : 0));
  onTestFinished(end);
  return () => reads;
}

describeDialects('what was read before', (dialect) => {
  async function start(): Promise<Known> {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const { accountId, roomId } = await database.transaction(async (tx) => {
      const account = await findOrAddAccount(tx, '一号', 0);
      return { accountId: account.id, roomId: (await findOrAddRoom(tx, account.id, ROOM)).id };
    });
    return { database, url, accountId, roomId };
  }

  const zoneIn = async (tx: Tx, { accountId }: Known) =>
    (await findRoomByPlatformId(tx, accountId, 'r1'))?.settings.zone;
  const zoneNow = (known: Known) => known.database.transaction((tx) => zoneIn(tx, known));
  const moveTo = (tx: Tx, { roomId }: Known, zone: string) => saveSettings(tx, roomId, { ...DEFAULT_SETTINGS, zone });

  test('is not read again, where nobody else writes', async () => {
    const readsOf = countReads('select "room"."id"');
    const known = await start();
    await zoneNow(known);
    const before = readsOf();

    await zoneNow(known);
    await known.database.transaction((tx) => tx.insertInto('member').values({ name: '林', created_at: 0 }).execute());
    await zoneNow(known);

    expect(readsOf() - before).toBe(dialect.name === 'sqlite' ? 0 : 2);
  });

  test('is read anew once its table was written, in the same transaction and after it', async () => {
    const known = await start();
    expect(await zoneNow(known)).toBe(DEFAULT_SETTINGS.zone);

    await known.database.transaction(async (tx) => {
      expect(await zoneIn(tx, known)).toBe(DEFAULT_SETTINGS.zone);
      await moveTo(tx, known, 'Asia/Tokyo');
      expect(await zoneIn(tx, known)).toBe('Asia/Tokyo');
    });
    expect(await zoneNow(known)).toBe('Asia/Tokyo');
  });

  test('is forgotten with a transaction that is undone, and with a step', async () => {
    const known = await start();
    const failing = known.database.transaction(async (tx) => {
      await moveTo(tx, known, 'Asia/Tokyo');
      await zoneIn(tx, known);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await zoneNow(known)).toBe(DEFAULT_SETTINGS.zone);

    await known.database.transaction(async (tx) => {
      const step = async () => {
        await moveTo(tx, known, 'Asia/Seoul');
        await zoneIn(tx, known);
        throw new Error('no');
      };
      await inStep<void>(tx, step, () => {});
      expect(await zoneIn(tx, known)).toBe(DEFAULT_SETTINGS.zone);
    });
  });

  test('is forgotten when somebody else has written the database', async () => {
    const known = await start();
    await zoneNow(known);

    await writePast(known, `update room set settings = '{"zone":"Asia/Tokyo"}'`);

    expect(await zoneNow(known)).toBe('Asia/Tokyo');
  });

  async function writePast({ url }: Known, sql: string): Promise<void> {
    if (dialect.name === 'sqlite') {
      const file = new BetterSqlite3(url.replace('file:', ''));
      file.exec(sql);
      file.close();
      return;
    }
    const other = openDatabase(url);
    await other.transaction((tx) => tx.updateTable('room').set({ settings: '{"zone":"Asia/Tokyo"}' }).execute());
    await other.close();
  }

  test('a message that collects is known with every item that came to it, and no longer once it has left', async () => {
    const { database, accountId, roomId } = await start();
    await database.transaction(async (tx) => {
      const draft = { accountId, to: { roomId }, kind: 'welcome', priority: 0, started: false, body: '' } as const;
      const id = await appendOutbox(tx, { ...draft, notBefore: 0, expiresAt: 9, createdAt: 0 });
      for (let items = 0; items < 3; items++) {
        const open = await findCollecting(tx, roomId, 'welcome');
        expect(open).toEqual({ id, expiresAt: 9, items, since: undefined });
        await appendItem(tx, { id, items }, '{}');
      }
      await tx.updateTable('outbox').set({ sending_at: 5 }).where('id', '=', id).execute();
      expect(await findCollecting(tx, roomId, 'welcome')).toBeUndefined();
    });
  });

  test('what a day means in a room is known by the rule that was written last, beside the standing as it is', async () => {
    const { database, accountId, roomId } = await start();
    const day = 20_515 as LocalDay;
    await database.transaction(async (tx) => {
      const { id: memberId } = await findOrAddMember(tx, accountId, { platformId: 'lin', name: '林' }, 0);
      const key = { roomId, memberId };
      await markPresent(tx, key, '林', 0);
      expect(await readStandingOn(tx, key, day)).toMatchObject({ closedThrough: null, freezeEvery: null, balance: 0 });

      await savePointsDay(tx, roomId, { day, factor: 3 });
      await saveFreezeRule(tx, roomId, day, 7);
      await saveLedgerHead(tx, key, { balance: 5, lastEntryId: null });
      const expected = { pointsFactor: 3, freezeEvery: 7, balance: 5 };
      expect(await readStandingOn(tx, key, day)).toMatchObject(expected);
      const before = { pointsFactor: null, freezeEvery: null, balance: 5 };
      expect(await readStandingOn(tx, key, addDays(day, -1))).toMatchObject(before);

      await deletePointsDay(tx, roomId, day);
      expect(await readStandingOn(tx, key, day)).toMatchObject({ pointsFactor: null, freezeEvery: 7 });
    });
  });

  test('rooms of two files are not taken for each other', async () => {
    const [one, two] = [await start(), await start()];
    await one.database.transaction((tx) =>
      markRegistered(tx, one.roomId, { kind: 'paid', courseId: null, startDay: null, at: 0 }),
    );
    const kindIn = ({ database, accountId }: Known) =>
      database.transaction(async (tx) => (await findRoomByPlatformId(tx, accountId, 'r1'))?.kind);

    expect([await kindIn(one), await kindIn(two)]).toEqual(['paid', null]);
  });

  if (dialect.name === 'sqlite') {
    test('no table is written behind its back, by a trigger or a cascade, but the lessons, which are forgotten with their course', async () => {
      const { url } = await start();
      const file = new BetterSqlite3(url.replace('file:', ''));
      onTestFinished(() => void file.close());

      const behind = file
        .prepare(
          "select name from sqlite_master where type = 'trigger' or sql like '%on delete%' or sql like '%on update%'",
        )
        .pluck()
        .all();

      expect(behind).toEqual(['lesson']);
    });
  }

  test('is a lesson too: all rooms of its course have it from one reading, until it is written', async () => {
    const readsOf = countReads('select "lesson"');
    const { database } = await start();
    const lesson = { day: 3, title: '倒装句', task: '读第 3 课' };
    const courseId = await database.transaction((tx) =>
      saveCoursePlan(tx, '英语', { title: '英语早八', lessons: [lesson] }, 0),
    );
    const taskIn = async (tx: Tx) => (await findLesson(tx, courseId, 3))?.task;
    const taskInTwoRooms = (tx: Tx) => taskIn(tx).then(async (first) => [first, await taskIn(tx)]);

    expect(await database.transaction(taskInTwoRooms)).toEqual(['读第 3 课', '读第 3 课']);
    expect(readsOf()).toBe(1);
    await database.transaction((tx) => saveLesson(tx, courseId, { ...lesson, task: '读两遍' }, 1));
    expect(await database.transaction(taskInTwoRooms)).toEqual(['读两遍', '读两遍']);
    await database.transaction((tx) => tx.deleteFrom('course').where('id', '=', courseId).execute());
    expect(await database.transaction(taskInTwoRooms)).toEqual([undefined, undefined]);
  });
});
