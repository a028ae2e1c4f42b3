/** What came in, what goes out, and what the platform showed back of it. */

import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from '../dialect.js';

export async function createMail(db: Kysely<unknown>): Promise<void> {
  await createOutbox(db);
  await createOutboxIndexes(db);
  await createInbox(db);
  await createEcho(db);
  await createAnsweredLine(db);
}

const STATES = ['planned', 'sending', 'sent', 'uncertain', 'failed', 'expired', 'skipped', 'cancelled', 'merged'];

async function createOutbox(db: Kysely<unknown>): Promise<void> {
  const table = createTable(db, 'outbox')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull())
    .addColumn('room_id', 'integer')
    .addColumn('member_id', 'integer')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('day', 'integer')
    .addColumn('priority', 'integer', (c) => c.notNull())
    .addColumn(...flag('started'))
    .addColumn(...oneOf('state', STATES))
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('mentions', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn(...flag('late'))
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('message_id', 'text')
    .addColumn('reason', 'text')
    .addCheckConstraint('outbox_target', sql`room_id is not null or member_id is not null`);
  await addOutboxTimes(db, table).execute();
}

function addOutboxTimes(db: Kysely<unknown>, table: CreateTableBuilder<string>): CreateTableBuilder<string> {
  const { instant } = columnTypes(db);
  return table
    .addColumn('not_before', instant, (c) => c.notNull())
    .addColumn('expires_at', instant, (c) => c.notNull())
    .addColumn('sending_at', instant)
    .addColumn('sent_at', instant)
    .addColumn('carrier_id', instant)
    .addColumn('created_at', instant, (c) => c.notNull());
}

async function createOutboxIndexes(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index outbox_slot on outbox (room_id, kind, day) where day is not null`.execute(db);
  await sql`create index outbox_open on outbox (account_id, priority, not_before, id) where state = 'planned'`.execute(
    db,
  );
  await sql`create index outbox_room_open on outbox (room_id, kind) where state = 'planned'`.execute(db);
  await sql`create index outbox_doubtful on outbox (account_id, state) where state in ('sending', 'uncertain')`.execute(
    db,
  );
  await sql`create index outbox_sending on outbox (account_id, sending_at) where sending_at is not null`.execute(db);
}

async function createInbox(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'inbox')
    .addColumn('account_id', 'integer', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('received_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('inbox_pk', ['account_id', 'message_id'])
    .execute();
}

async function createEcho(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'echo')
    .addColumn('account_id', 'integer', (c) => c.notNull())
    .addColumn('message_id', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('outbox_id', instant)
    .addPrimaryKeyConstraint('echo_pk', ['account_id', 'message_id'])
    .execute();
  await sql`create index echo_unclaimed on echo (account_id, target, hash) where outbox_id is null`.execute(db);
}

async function createAnsweredLine(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'answered_line')
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('chat', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('answered_line_pk', ['member_id', 'chat', 'hash'])
    .execute();
}
