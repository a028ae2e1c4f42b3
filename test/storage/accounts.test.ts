import { sql } from 'kysely';
import { expect, test } from 'vitest';
import type { AccountId } from '../../src/domain/ids.js';
import { findOrAddAccount, readAccount } from '../../src/storage/accounts.js';
import type { Database } from '../../src/storage/database.js';
import { findOrAddMember } from '../../src/storage/members.js';
import { saveSource } from '../../src/storage/sources.js';
import { describePostgres } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';
import { until } from '../support/until.js';

const NOW = Date.parse('2026-03-02T09:00:00+08:00');

describePostgres('the row of an account', (dialect) => {
  async function start() {
    const database = await openTestDatabase(await dialect.freshUrl());
    const account = await database.transaction((tx) => findOrAddAccount(tx, 'one', NOW));
    return { database, id: account.id };
  }

  const send = (database: Database, id: AccountId) => database.transaction((tx) => readAccount(tx, id));

  test('is had by who sends while somebody new is being written down', async () => {
    const { database, id } = await start();

    const sent = await database.transaction(async (tx) => {
      const member = await findOrAddMember(tx, id, { platformId: 'contact-1', name: '小王' }, NOW);
      const source = { kind: 'manual', name: '朋友' } as const;
      await saveSource(tx, id, { memberId: member.id, source, by: null, roomId: null, since: NOW });
      return send(database, id);
    });

    expect(sent).toMatchObject({ id, name: 'one' });
  });

  test('is had by one who sends at a time', async () => {
    const { database, id } = await start();
    const waiting = () =>
      database.transaction(async (tx) => {
        const { rows } = await sql`select 1 from pg_stat_activity where datname = current_database()
          and wait_event_type = 'Lock'`.execute(tx);
        return rows.length === 1;
      });
    const order: string[] = [];

    const second = await database.transaction(async (tx) => {
      await readAccount(tx, id);
      const after = send(database, id).then(() => order.push('second'));
      await until('somebody waits for the row', waiting);
      order.push('first');
      return { after };
    });
    await second.after;

    expect(order).toEqual(['first', 'second']);
  });
});
