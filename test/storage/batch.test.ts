/** What a transaction holds back, or reads for many at once, is seen by nobody: it reads and fails as if it were not so. */

import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { AccountId, MemberId, RoomId } from '../../src/domain/ids.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { PRIORITY } from '../../src/domain/outbox.js';
import { recordCheckIn } from '../../src/kit/standing.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import { appendCheckIn, findCheckIn } from '../../src/storage/check-ins.js';
import type { Database, Tx } from '../../src/storage/database.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { findCollecting } from '../../src/storage/outbox-items.js';
import { findNextToSend } from '../../src/storage/outbox-sending.js';
import { appendOutbox } from '../../src/storage/outbox.js';
import { markPresent } from '../../src/storage/presence.js';
import { readCheckInCount } from '../../src/storage/room-days.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { findPresentSpeaker } from '../../src/storage/speakers.js';
import { readStanding } from '../../src/storage/standings.js';
import { startBatch } from '../../src/storage/start-batch.js';
import { describeDialects } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const DAY = 20_514 as LocalDay;
const ROOM = { platformId: 'r1@chatroom', topic: '英语1群' };
const PEOPLE = ['wx-lin', 'wx-wang'] as const;

interface Community {
  readonly database: Database;
  readonly accountId: AccountId;
  readonly roomId: RoomId;
  readonly members: readonly [MemberId, MemberId];
}

async function openCommunity(url: string): Promise<Community> {
  const database = await openTestDatabase(url);
  return database.transaction(async (tx) => {
    const { id: accountId } = await findOrAddAccount(tx, 'test', NOW);
    const { id: roomId } = await findOrAddRoom(tx, accountId, ROOM);
    const add = async (platformId: string): Promise<MemberId> => {
      const { id: memberId } = await findOrAddMember(tx, accountId, { platformId, name: platformId }, NOW);
      await markPresent(tx, { roomId, memberId }, platformId, NOW);
      return memberId;
    };
    return { database, accountId, roomId, members: [await add(PEOPLE[0]), await add(PEOPLE[1])] };
  });
}

/** As the dispatcher does: finds the room and who speaks before anything else. */
async function begin(tx: Tx, community: Community): Promise<void> {
  start(tx, community);
  await findSpeakers(tx, community);
}

function start(tx: Tx, { accountId }: Community): void {
  const heard = PEOPLE.map((sender) => ({ room: ROOM.platformId, sender }));
  startBatch(tx, { accountId, accountName: 'test' }, () => heard);
}

async function findSpeakers(tx: Tx, { accountId, members }: Community): Promise<void> {
  const { id: roomId } = await findOrAddRoom(tx, accountId, ROOM);
  for (const [place, name] of PEOPLE.entries()) {
    const speaker = await findPresentSpeaker(tx, { accountId, roomId, platformId: name, name });
    expect(speaker?.id).toBe(members[place]);
  }
}

const day = (shift: number): LocalDay => (DAY + shift) as LocalDay;
const checkIn = { day: DAY, at: NOW, evidence: 'text', content: '读书31页' } as const;

async function countRows(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from check_in
    union all select count(*) as n from points_entry`.execute(tx);
  return rows.map(({ n }) => Number(n));
}

describeDialects('a batch', (dialect) => {
  test('reads what it has written, by whatever statement', async () => {
    const community = await openCommunity(await dialect.freshUrl());
    const { database, roomId, members } = community;
    const [lin, wang] = members;

    await database.transaction(async (tx) => {
      await begin(tx, community);
      await recordCheckIn(tx, { roomId, memberId: lin }, checkIn, NOW);
      await recordCheckIn(tx, { roomId, memberId: wang }, checkIn, NOW);

      expect(await countRows(tx)).toEqual([2, 2]);
      expect(await readCheckInCount(tx, roomId, DAY)).toBe(2);
      expect(await findCheckIn(tx, { roomId, memberId: lin }, DAY)).toMatchObject({ content: '读书31页' });
      expect(await readStanding(tx, { roomId, memberId: wang })).toMatchObject({ total: 1, streak: 1, lastDay: DAY });
    });

    expect(await database.transaction(countRows)).toEqual([2, 2]);
  });

  test('knows what somebody did in it before it asked who speaks', async () => {
    const community = await openCommunity(await dialect.freshUrl());
    const { database, roomId, members } = community;
    const key = { roomId, memberId: members[0] };

    await database.transaction(async (tx) => {
      start(tx, community);
      await recordCheckIn(tx, key, checkIn, NOW);
      await findSpeakers(tx, community);
      await recordCheckIn(tx, key, { ...checkIn, day: day(1) }, NOW);
    });

    expect(await database.transaction(async (tx) => readStanding(tx, key))).toMatchObject({
      streak: 2,
      total: 2,
      balance: 20,
    });
  });

  test('reads anew what somebody has written past it', async () => {
    const community = await openCommunity(await dialect.freshUrl());
    const { database, roomId, members } = community;
    const key = { roomId, memberId: members[0] };

    await database.transaction(async (tx) => {
      await begin(tx, community);
      expect(await readStanding(tx, key)).toMatchObject({ balance: 0 });
      await tx.updateTable('membership').set({ points: 7 }).where('member_id', '=', key.memberId).execute();
      expect(await readStanding(tx, key)).toMatchObject({ balance: 7 });
      await recordCheckIn(tx, key, checkIn, NOW);
      await sql`update membership set points = points + 100`.execute(tx);
      expect(await readStanding(tx, key)).toMatchObject({ total: 1, balance: 117 });
    });
  });

  test('has ids for more rows than it took them for', async () => {
    const community = await openCommunity(await dialect.freshUrl());
    const { database, roomId, members } = community;
    const sixDays = { first_day: day(-6), last_day: day(-1), covered_to: day(-1), streak: 6, best: 6, total: 6 };
    await database.transaction((tx) => tx.updateTable('membership').set(sixDays).execute());

    await database.transaction(async (tx) => {
      await begin(tx, community);
      for (const memberId of members) await recordCheckIn(tx, { roomId, memberId }, checkIn, NOW);
    });

    // The seventh day pays a bonus of its own.
    expect(await database.transaction(countRows)).toEqual([2, 4]);
  });

  test('that cannot write one of its rows leaves none', async () => {
    const community = await openCommunity(await dialect.freshUrl());
    const { database, roomId, members } = community;

    const refused = database.transaction(async (tx) => {
      await begin(tx, community);
      await recordCheckIn(tx, { roomId, memberId: members[0] }, checkIn, NOW);
      await appendCheckIn(tx, { roomId, memberId: 999 as MemberId }, checkIn, null);
    });

    await expect(refused).rejects.toThrow(/foreign key/i);
    expect(await database.transaction(countRows)).toEqual([0, 0]);
  });

  test('goes on with the connection that one before it failed on', async () => {
    const community = await openCommunity(await dialect.freshUrl());
    const { database, roomId, members } = community;
    const record = async (tx: Tx, memberId: MemberId) => {
      await begin(tx, community);
      await recordCheckIn(tx, { roomId, memberId }, checkIn, NOW);
    };
    const failing = database.transaction(async (tx) => {
      await record(tx, members[0]);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');

    for (const memberId of members) await database.transaction((tx) => record(tx, memberId));

    expect(await database.transaction(countRows)).toEqual([2, 2]);
  });

  test('adds to a message that does not leave before the end of it', async () => {
    const { database, accountId, roomId } = await openCommunity(await dialect.freshUrl());
    const kind = 'acknowledgement';
    const times = { notBefore: NOW, expiresAt: NOW + 1, createdAt: NOW };
    const message = { accountId, to: { roomId }, kind, priority: PRIORITY.reply, started: false, body: '1', ...times };
    await database.transaction((tx) => appendOutbox(tx, message));
    const happened: string[] = [];
    let leaving = Promise.resolve();
    const leave = async (tx: Tx) => {
      expect(await findNextToSend(tx, accountId, NOW)).toMatchObject({ kind });
      happened.push('leaves');
    };
    await database.transaction(async (tx) => {
      expect(await findCollecting(tx, roomId, kind)).toMatchObject({ since: 1 });
      leaving = database.transaction(leave);
      await sleep(100);
      happened.push('added');
    });
    await leaving;

    expect(happened).toEqual(['added', 'leaves']);
  });

  test('is not committed when a statement of it failed and somebody caught that', async () => {
    const { database, roomId } = await openCommunity(await dialect.freshUrl());
    const work = database.transaction(async (tx) => {
      await tx.updateTable('room').set({ topic: '改了' }).where('id', '=', roomId).execute();
      await sql`select nothing from nowhere`.execute(tx).catch(() => {});
    });

    // SQLite undoes the failed statement alone.
    if (dialect.name === 'sqlite') await work;
    else await expect(work).rejects.toThrow('a statement had failed');
    const topic = await database.transaction((tx) => tx.selectFrom('room').select('topic').executeTakeFirstOrThrow());
    expect(topic.topic).toBe(dialect.name === 'sqlite' ? '改了' : '英语1群');
  });
});
