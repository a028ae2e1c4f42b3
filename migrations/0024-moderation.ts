/** What rooms do not want: their rules, the words that managers list, what broke a rule, and what speaks for or against trust. */

import { type CreateTableBuilder, type Kysely, sql } from 'kysely';
import { columnTypes, createClusteredTable, createTable, flag, oneOf, serial } from './dialect.js';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('room')
    .addColumn('rules', 'text', (c) => c.notNull().defaultTo('{}'))
    .execute();
  await db.schema
    .alterTable('account')
    .addColumn('words_version', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await createListedWords(db);
  await createOffences(db);
  await createTrustEvents(db);
}

async function createListedWords(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createClusteredTable(db, 'listed_word')
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn(...oneOf('list', ['banned', 'allowed-word', 'allowed-host', 'allowed-member']))
    .addColumn('word', 'text', (c) => c.notNull())
    .addColumn('added_by', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('added_at', instant, (c) => c.notNull())
    .addPrimaryKeyConstraint('listed_word_pk', ['account_id', 'list', 'word'])
    .execute();
}

async function createOffences(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  const table = createTable(db, 'offence')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('room_id', 'integer', (c) => c.notNull().references('room.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('message_id', 'text')
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn(...oneOf('kind', ['ad', 'link', 'qr', 'flood', 'word', 'hand']))
    .addColumn('signs', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('content', 'text')
    .addColumn(...oneOf('verdict', ['warn', 'hide', 'propose']))
    .addColumn(...flag('escalates', 1))
    .addColumn('reminded_at', instant);
  await addOutcome(db, table).execute();
  await db.schema.createIndex('offence_member').on('offence').columns(['member_id', 'at']).execute();
  await db.schema.createIndex('offence_day').on('offence').columns(['room_id', 'day']).execute();
  const ofMessage = sql`create unique index offence_message on offence (account_id, message_id)`;
  await sql`${ofMessage} where message_id is not null`.execute(db);
}

/** Who gave it, what its author said to it, and what came of that. */
function addOutcome(db: Kysely<unknown>, table: CreateTableBuilder<string>): CreateTableBuilder<string> {
  const { instant } = columnTypes(db);
  return table
    .addColumn('given_by', 'integer', (c) => c.references('member.id'))
    .addColumn('appeal', 'text')
    .addColumn('appealed_at', instant)
    .addColumn('appeal_denied_at', instant)
    .addColumn('voided_at', instant)
    .addColumn('voided_by', 'integer', (c) => c.references('member.id'))
    .addColumn('void_reason', 'text', (c) => c.check(sql`void_reason in ('appeal', 'mistake')`));
}

/** Appended, never changed: what has no rows of its own from which trust could be told. */
async function createTrustEvents(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'trust_event')
    .addColumn('id', ...serial(db))
    .addColumn('account_id', 'integer', (c) => c.notNull().references('account.id'))
    .addColumn('member_id', 'integer', (c) => c.notNull().references('member.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addUniqueConstraint('trust_event_once', ['member_id', 'kind', 'ref'])
    .execute();
}
