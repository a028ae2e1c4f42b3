/** Many who take at once: no code is two people's, and no budget is spent beyond its end. */

import { expect, test } from 'vitest';
import type { AccountId, MemberId, RoomId } from '../../src/domain/ids.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import { appendBatch, appendCodes, takeCode } from '../../src/storage/coupon-codes.js';
import type { Database } from '../../src/storage/database.js';
import { freeCode, markShown } from '../../src/storage/handed-codes.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { lockBudget, saveBudget, spend } from '../../src/storage/red-packets.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { describeDialects } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

describeDialects('codes and budgets under a rush', (dialect) => {
  /** On PostgreSQL through two pools, as two processes have them. */
  async function open(): Promise<{ readonly doors: readonly Database[]; readonly place: Place }> {
    const url = await dialect.freshUrl();
    const first = await openTestDatabase(url);
    const place = await first.transaction(async (tx) => {
      const { id: accountId } = await findOrAddAccount(tx, 'rush', 0);
      const { id: roomId } = await findOrAddRoom(tx, accountId, { platformId: 'r@chatroom', topic: 'R' });
      const people = Array.from({ length: 60 }, (_, index) => ({ name: `m${index}`, created_at: 0 }));
      const rows = await tx.insertInto('member').values(people).returning('id').execute();
      return { accountId, roomId, memberIds: rows.map(({ id }) => id) };
    });
    return { doors: dialect.name === 'postgres' ? [first, openDatabase(url)] : [first], place };
  }

  interface Place {
    readonly accountId: AccountId;
    readonly roomId: RoomId;
    readonly memberIds: readonly MemberId[];
  }

  async function closeOthers(doors: readonly Database[]): Promise<void> {
    for (const door of doors.slice(1)) await door.close();
  }

  test('fifty codes for sixty people: fifty have one each, and ten have none', async () => {
    const { doors, place } = await open();
    const codes = Array.from({ length: 50 }, (_, index) => `CODE${index}`);
    const batchId = await (doors[0] as Database).transaction(async (tx) => {
      const id = await appendBatch(tx, place.accountId, { name: 'b', lastDay: null }, 0);
      await appendCodes(tx, place.accountId, id, codes);
      return id;
    });

    const taken = await Promise.all(
      place.memberIds.map((memberId, index) =>
        (doors[index % doors.length] as Database).transaction((tx) =>
          takeCode(tx, batchId, { memberId, redemptionId: null, at: 1 }),
        ),
      ),
    );

    const given = taken.filter((id) => id !== undefined);
    expect(new Set(given).size).toBe(50);
    expect(given).toHaveLength(50);
    await closeOthers(doors);
  });

  test('a code that may have been read is nobody else’s again', async () => {
    const { doors, place } = await open();
    const [door] = doors as [Database];
    const found = await door.transaction(async (tx) => {
      const batchId = await appendBatch(tx, place.accountId, { name: 'b', lastDay: null }, 0);
      await appendCodes(tx, place.accountId, batchId, ['ONLY']);
      const to = { memberId: place.memberIds[0] as MemberId, redemptionId: null, at: 1 };
      const id = await takeCode(tx, batchId, to);
      if (id === undefined) throw new Error('There was one.');
      const again = (await freeCode(tx, id)) && (await takeCode(tx, batchId, to));
      await markShown(tx, [id], 2);
      return { again, freed: await freeCode(tx, id), next: await takeCode(tx, batchId, to), id };
    });

    expect(found).toEqual({ again: found.id, freed: false, next: undefined, id: found.id });
    await closeOthers(doors);
  });

  test('forty who want a twentieth of the budget each: twenty have it, to the fen', async () => {
    const { doors, place } = await open();
    await (doors[0] as Database).transaction((tx) => saveBudget(tx, place.roomId, 1_000, 0));

    const spent = await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        (doors[index % doors.length] as Database).transaction((tx) => spend(tx, place.roomId, 50, 1)),
      ),
    );

    expect(spent.filter(Boolean)).toHaveLength(20);
    const budget = await (doors[0] as Database).transaction((tx) => lockBudget(tx, place.roomId));
    expect(budget).toEqual({ total: 1_000, spent: 1_000 });
    expect(await (doors[0] as Database).transaction((tx) => saveBudget(tx, place.roomId, 999, 2))).toBe(false);
    await closeOthers(doors);
  });
});
