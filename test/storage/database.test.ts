import { setTimeout as sleep } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { AccountId, RoomId } from '../../src/domain/ids.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import { cleanText } from '../../src/storage/clean-text.js';
import { type Database, inStep, type Tx } from '../../src/storage/database.js';
import { findMemberByPlatformId, findOrAddMember, listPresentByName } from '../../src/storage/members.js';
import { markLeft, markPresent } from '../../src/storage/presence.js';
import { listRegisteredRooms, markRegistered, readRoom } from '../../src/storage/rooms.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { describeDialects } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

async function addMember(tx: Tx, name: string): Promise<void> {
  await tx.insertInto('member').values({ name, created_at: 0 }).execute();
}

type Recover = (error: unknown) => void;

async function outerStep(tx: Tx, recover: Recover): Promise<void> {
  await addMember(tx, '外');
  const addTwice = async () => {
    await addMember(tx, '里');
    await tx.insertInto('account').values({ name: 'same', created_at: 0 }).execute();
    await tx.insertInto('account').values({ name: 'same', created_at: 0 }).execute();
  };
  await inStep(tx, addTwice, recover);
  await addMember(tx, '外之后');
}

async function failingStep(tx: Tx, recover: Recover): Promise<void> {
  await inStep(tx, () => addMember(tx, '里外都不要'), recover);
  throw new Error('no');
}

async function addUnlessBad(tx: Tx, name: string): Promise<void> {
  await addMember(tx, name);
  if (name === 'bad') throw new Error('bad');
}

async function namesIn(database: Database): Promise<string[]> {
  const rows = await database.transaction((tx) => tx.selectFrom('member').select('name').orderBy('id').execute());
  return rows.map((row) => row.name);
}

describeDialects('a transaction', (dialect) => {
  const open = async () => openTestDatabase(await dialect.freshUrl());

  test('leaves nothing when its work throws, and rejects with what was thrown', async () => {
    const database = await open();
    const thrown = new Error('Changed my mind.');

    const refused = database.transaction(async (tx) => {
      await addMember(tx, '小林');
      throw thrown;
    });

    await expect(refused).rejects.toBe(thrown);
    expect(await namesIn(database)).toEqual([]);
  });

  test('takes no query after its end, committed or not', async () => {
    const database = await open();
    const leaked: Tx[] = [];
    await database.transaction(async (tx) => void leaked.push(tx));
    await database
      .transaction(async (tx) => {
        leaked.push(tx);
        throw new Error('no');
      })
      .catch(() => {});

    for (const tx of leaked) await expect(addMember(tx, '迟到')).rejects.toThrow('after the end of its transaction');
    expect(await namesIn(database)).toEqual([]);
  });

  test('that is started beside another waits for it or runs with it, and both count', async () => {
    const database = await open();

    await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        database.transaction(async (tx) => {
          await addMember(tx, `${index}`);
          await sleep(5);
        }),
      ),
    );

    expect((await namesIn(database)).toSorted()).toEqual(Array.from({ length: 10 }, (_, index) => `${index}`));
  });

  test('a step that fails undoes itself and nothing else, however deep', async () => {
    const database = await open();
    const undone: string[] = [];
    const expectFailure = (error: unknown): void => void undone.push((error as Error).message);

    await database.transaction(async (tx) => {
      await addMember(tx, '前');
      await inStep(tx, () => outerStep(tx, expectFailure), expectFailure);
      await inStep(tx, () => failingStep(tx, expectFailure), expectFailure);
      await addMember(tx, '后');
    });

    expect(await namesIn(database)).toEqual(['前', '外', '外之后', '后']);
    expect(undone).toEqual([expect.stringMatching(/unique/iu), 'no']);
  });

  test('whose steps all succeed runs once; with a step that fails it runs once more', async () => {
    const database = await open();
    let runs = 0;
    const addInSteps = (names: readonly string[]) =>
      database.transaction(async (tx) => {
        runs++;
        for (const name of names)
          await inStep(
            tx,
            () => addUnlessBad(tx, name),
            () => {},
          );
      });

    await addInSteps(['甲', '乙']);
    expect(runs).toBe(1);
    await addInSteps(['丙', 'bad', '丁', 'bad']);

    expect(runs).toBe(3);
    expect(await namesIn(database)).toEqual(['甲', '乙', '丙', '丁']);
  });

  test('keeps nothing of a failed step, even if somebody hides the failure', async () => {
    const database = await open();

    await database.transaction(async (tx) => {
      const step = inStep(
        tx,
        () => addUnlessBad(tx, 'bad'),
        () => {},
      );
      await Promise.resolve(step).catch(() => {});
      await addMember(tx, '后');
    });

    expect(await namesIn(database)).toEqual(['后']);
  });

  test('text comes back the same, whatever was in it, and equal on both databases', async () => {
    const database = await open();
    const texts = ['a\u0000b', '\ud800', 'x\udc00y', '👨‍👩‍👧', '\ufffe\uffff', '\r\n\t', '\'"\\;--', '', 'é'];

    await database.transaction(async (tx) => {
      for (const text of texts) await addMember(tx, cleanText(text));
    });

    expect(await namesIn(database)).toEqual(['a\ufffdb', '\ufffd', 'x\ufffdy', ...texts.slice(3)]);
  });

  if (dialect.name === 'postgres') {
    test('two that write the same rows crosswise both end, one of them after a retry', async () => {
      const database = await open();
      await database.transaction(async (tx) => {
        for (const name of ['a', 'b']) await findOrAddAccount(tx, name, 0);
      });
      let runs = 0;
      const touch = (first: string, second: string) =>
        database.transaction(async (tx) => {
          runs++;
          for (const name of [first, second]) {
            await tx
              .updateTable('account')
              .set((eb) => ({ failures: eb('failures', '+', 1) }))
              .where('name', '=', name)
              .execute();
            await sleep(50);
          }
        });

      await Promise.all([touch('a', 'b'), touch('b', 'a')]);

      const rows = await database.transaction((tx) => tx.selectFrom('account').select('failures').execute());
      expect(rows).toEqual([{ failures: 2 }, { failures: 2 }]);
      expect(runs).toBeGreaterThan(2);
    });
    return;
  }

  test('waits while another program writes the file, for longer than SQLite itself would', async () => {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const other = new BetterSqlite3(url.replace('file:', ''), { timeout: 0 });
    other.exec("begin immediate; insert into member (name, created_at) values ('别人', 0)");
    setTimeout(() => other.exec('commit'), 700);

    await database.transaction(async (tx) => {
      // A snapshot from before the other's commit could not be written to any more.
      await tx.selectFrom('member').selectAll().execute();
      await addMember(tx, '自己');
    });
    other.close();

    expect(await namesIn(database)).toEqual(['别人', '自己']);
  });

  test('takes the right to write at its beginning', async () => {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const other = new BetterSqlite3(url.replace('file:', ''), { timeout: 0 });

    await database.transaction(async (tx) => {
      await tx.selectFrom('member').selectAll().execute();
      expect(() => other.exec('begin immediate')).toThrow('locked');
    });

    other.exec('begin immediate; rollback');
    other.close();
  });
});

describeDialects('who and where', (dialect) => {
  async function start() {
    const database = await openTestDatabase(await dialect.freshUrl());
    const accountId = (await database.transaction((tx) => findOrAddAccount(tx, 'a', 0))).id;
    const otherId = (await database.transaction((tx) => findOrAddAccount(tx, 'b', 0))).id;
    return { database, accountId, otherId };
  }

  async function addRoom(tx: Tx, accountId: AccountId, topic: string, platformId: string): Promise<RoomId> {
    const { id } = await findOrAddRoom(tx, accountId, { topic, platformId });
    await markRegistered(tx, id, { kind: 'paid', courseId: null, startDay: null, at: 0 });
    return id;
  }

  test('two rooms with one topic are two rooms, and stay so when both are renamed', async () => {
    const { database, accountId } = await start();
    await database.transaction(async (tx) => {
      const [one, two] = [await addRoom(tx, accountId, '英语', 'r1'), await addRoom(tx, accountId, '英语', 'r2')];
      for (const platformId of ['r1', 'r2']) await findOrAddRoom(tx, accountId, { topic: '英语（新）', platformId });

      expect(one).not.toBe(two);
      const rooms = await listRegisteredRooms(tx, accountId);
      expect(rooms.map(({ id, topic }) => ({ id, topic }))).toEqual([
        { id: one, topic: '英语（新）' },
        { id: two, topic: '英语（新）' },
      ]);
    });
  });

  test('a topic that could not be read is not taken for a new one', async () => {
    const { database, accountId } = await start();
    await database.transaction(async (tx) => {
      const id = await addRoom(tx, accountId, '英语', 'r1');
      await findOrAddRoom(tx, accountId, { topic: '', platformId: 'r1' });

      expect((await readRoom(tx, id)).topic).toBe('英语');
    });
  });

  test('a platform id means something within its account alone', async () => {
    const { database, accountId, otherId } = await start();
    await database.transaction(async (tx) => {
      const one = await findOrAddMember(tx, accountId, { platformId: 'wx-1', name: '小林' }, 0);
      const two = await findOrAddMember(tx, otherId, { platformId: 'wx-1', name: '小林' }, 0);

      expect(one.id).not.toBe(two.id);
      expect(await findMemberByPlatformId(tx, accountId, 'wx-1')).toEqual(one);
      expect(await findMemberByPlatformId(tx, accountId, 'wx-2')).toBeUndefined();
    });
  });

  test('a member is one person in every room and has a name of their own in each', async () => {
    const { database, accountId } = await start();
    await database.transaction(async (tx) => {
      const rooms = [await addRoom(tx, accountId, '甲', 'r1'), await addRoom(tx, accountId, '乙', 'r2')] as const;
      const { id } = await findOrAddMember(tx, accountId, { platformId: 'wx-1', name: '林' }, 0);
      for (const [index, roomId] of rooms.entries()) await markPresent(tx, { roomId, memberId: id }, `林${index}`, 0);

      expect(await listPresentByName(tx, '林0', rooms[0])).toMatchObject([{ id }]);
      expect(await listPresentByName(tx, '林0', rooms[1])).toEqual([]);
      expect(await listPresentByName(tx, '林1')).toMatchObject([{ id }]);
    });
  });

  test('coming, going and coming back are told apart', async () => {
    const { database, accountId } = await start();
    await database.transaction(async (tx) => {
      const roomId = await addRoom(tx, accountId, '甲', 'r1');
      const { id: memberId } = await findOrAddMember(tx, accountId, { platformId: 'wx-1', name: '林' }, 0);
      const key = { roomId, memberId };

      expect(await markLeft(tx, key, 1)).toBe(false);
      await markPresent(tx, key, '林', 2);
      await markPresent(tx, key, '林', 3);
      expect(await listPresentByName(tx, '林', roomId)).toMatchObject([{ joinedAt: 2 }]);
      expect(await markLeft(tx, key, 4)).toBe(true);
      expect(await markLeft(tx, key, 5)).toBe(false);
      await markPresent(tx, key, '', 6);
      expect(await listPresentByName(tx, '林', roomId)).toMatchObject([{ joinedAt: 6 }]);
    });
  });
});
