/** A member list of any length is taken in at once; whoever was known stays who they are. */

import { expect, onTestFinished, test } from 'vitest';
import type { AccountId, MemberId } from '../../src/domain/ids.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Tx } from '../../src/storage/database.js';
import { findMemberByPlatformId, findOrAddMember, listPresent } from '../../src/storage/members.js';
import { findOrAddMembers } from '../../src/storage/new-members.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { markAllPresent, markLeft, markPresent } from '../../src/storage/presence.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { type Dialect, describeDialects } from '../support/dialects.js';

const NAMES = ['小林', '小周', '', "'; drop table member; --", 'half \ud800', 'nul \u0000'];
/** More than go to the database in one statement. */
const MANY = 1_203;

async function inAccount(dialect: Dialect, work: (tx: Tx, accountId: AccountId) => Promise<void>): Promise<void> {
  const database = openDatabase(await dialect.freshUrl());
  onTestFinished(() => database.close());
  await database.transaction(async (tx) => work(tx, (await findOrAddAccount(tx, 'one', 1)).id));
}

function peopleNamed(count: number, nameOf: (index: number) => string) {
  return Array.from({ length: count }, (_, index) => ({ platformId: `wx-${index}`, name: nameOf(index) }));
}

describeDialects('a member list', (dialect) => {
  test(`of ${MANY} people with few names between them becomes as many members, each with their own name`, () =>
    inAccount(dialect, async (tx, accountId) => {
      const people = peopleNamed(MANY, (index) => NAMES[index % NAMES.length] ?? '');

      const members = await findOrAddMembers(tx, accountId, people, 1);

      expect(members.size).toBe(MANY);
      for (const { platformId, name } of people.filter((_, index) => index % 97 === 0)) {
        const member = await findMemberByPlatformId(tx, accountId, platformId);
        expect(member?.name).toBe(name.toWellFormed().replaceAll('\u0000', '\uFFFD'));
        expect(member && members.get(member.id)).toBe(name);
      }
      expect(await findOrAddMembers(tx, accountId, people, 2)).toEqual(members);
    }));

  test('adds nobody twice, and nobody who was known', () =>
    inAccount(dialect, async (tx, accountId) => {
      const lin = await findOrAddMember(tx, accountId, { platformId: 'wx-lin', name: '小林' }, 1);
      const zhou = { platformId: 'wx-zhou', name: '小周' };

      const members = await findOrAddMembers(
        tx,
        accountId,
        [zhou, { platformId: 'wx-lin', name: '群里的小林' }, { ...zhou, name: '周周' }],
        2,
      );

      expect(members.get(lin.id)).toBe('群里的小林');
      expect([...members.values()].toSorted()).toEqual(['周周', '群里的小林'].toSorted());
      expect(await findMemberByPlatformId(tx, accountId, 'wx-lin')).toEqual(lin);
    }));

  test('knows who has never been in the room; who was gone is back, and who has another name there is called by it', () =>
    inAccount(dialect, async (tx, accountId) => {
      const { id: roomId } = await findOrAddRoom(tx, accountId, { platformId: 'room', topic: '英语1群' });
      const ids = [...(await findOrAddMembers(tx, accountId, peopleNamed(4, String), 1)).keys()];
      const [back, renamed, silent, fresh] = ids as [MemberId, MemberId, MemberId, MemberId];
      for (const memberId of [back, renamed, silent]) await markPresent(tx, { roomId, memberId }, '旧名', 1);
      await markLeft(tx, { roomId, memberId: back }, 2);

      const people = [
        [back, '旧名'],
        [renamed, '新名'],
        [silent, ''],
        [fresh, '初来'],
      ] as const;
      const newcomers = await markAllPresent(tx, roomId, people, 3);

      expect([...newcomers]).toEqual([fresh]);
      expect(await listPresent(tx, roomId)).toEqual([
        { id: back, name: '旧名', joinedAt: 3 },
        { id: renamed, name: '新名', joinedAt: 1 },
        { id: silent, name: '旧名', joinedAt: 1 },
        { id: fresh, name: '初来', joinedAt: 3 },
      ]);
      expect([...(await markAllPresent(tx, roomId, people, 4))]).toEqual([]);
    }));
});
