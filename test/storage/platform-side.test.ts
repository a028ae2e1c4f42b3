import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../migrations/index.js';
import { findOrAddAccount, markLoggedIn } from '../../src/storage/accounts.js';
import { appendToInbox } from '../../src/storage/inbox.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';
import { findAccountOfBot, findOwnerPlatformId, hasTakenIn } from '../../src/storage/platform-side.js';
import { ALL_ROOMS, saveGrant } from '../../src/storage/roles.js';
import { type Dialect, describeDialects } from '../support/dialects.js';

async function open(dialect: Dialect) {
  const database = openDatabase(await dialect.emptyUrl());
  onTestFinished(() => database.close());
  await migrateToLatest(database, migrations);
  return database;
}

describeDialects('the platform’s side', (dialect) => {
  test('an account is known by the bot that was logged in last', async () => {
    const database = await open(dialect);

    await database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, 'one', 1);
      await markLoggedIn(tx, id, 'wx-bot', '早八助手');

      expect(await findAccountOfBot(tx, 'wx-bot')).toBe(id);
      expect(await findAccountOfBot(tx, 'wx-other')).toBeUndefined();
    });
  });

  test('the owner is known by the id on that account', async () => {
    const database = await open(dialect);

    await database.transaction(async (tx) => {
      const [one, two] = [await findOrAddAccount(tx, 'one', 1), await findOrAddAccount(tx, 'two', 1)];
      const { id } = await findOrAddMember(tx, one.id, { platformId: 'wx-chen', name: '陈老师' }, 1);
      expect(await findOwnerPlatformId(tx, one.id)).toBeUndefined();
      await saveGrant(tx, { memberId: id, scope: ALL_ROOMS, role: 'owner', grantedBy: null, at: 1 });

      expect(await findOwnerPlatformId(tx, one.id)).toBe('wx-chen');
      expect(await findOwnerPlatformId(tx, two.id)).toBeUndefined();
    });
  });

  test('a message is taken in once it is in the inbox', async () => {
    const database = await open(dialect);

    await database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, 'one', 1);
      expect(await hasTakenIn(tx, id, 'm1')).toBe(false);
      await appendToInbox(tx, id, ['m1'], 1);

      expect(await hasTakenIn(tx, id, 'm1')).toBe(true);
    });
  });

  test('of messages that come together, those that were not here before are told once each', async () => {
    const database = await open(dialect);
    const odd = ['m1', 'm1', '"', "'); drop table inbox; --", '\\u0041', '早', '🐧', ''];

    await database.transaction(async (tx) => {
      const one = await findOrAddAccount(tx, 'one', 1);
      const two = await findOrAddAccount(tx, 'two', 1);

      expect([...(await appendToInbox(tx, one.id, odd, 1))].toSorted()).toEqual([...new Set(odd)].toSorted());
      expect(await appendToInbox(tx, one.id, ['m1', 'm2', '早'], 2)).toEqual(new Set(['m2']));
      expect(await appendToInbox(tx, two.id, ['m1'], 2)).toEqual(new Set(['m1']));
      expect(await appendToInbox(tx, one.id, [], 3)).toEqual(new Set());
    });
  });
});
