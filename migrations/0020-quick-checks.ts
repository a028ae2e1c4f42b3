/**
 * The words that a check-in may hold, checked one by one.
 *
 * For a list of more than two words SQLite fills a table of its own, for every row that it checks: two such lists took
 * as long as writing the check-in did.
 */

import { type Kysely, sql } from 'kysely';
import { columnTypes, createTable, isPostgres, serial } from './dialect.js';

const EVIDENCE = ['none', 'text', 'picture', 'voice', 'video', 'link'];
const SOURCES = ['make-up', 'staff', 'chain'];

export async function up(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) return;
  await db.schema.alterTable('check_in').renameTo('check_in_by_lists').execute();
  await createCheckIn(db);
  await sql`
    insert into check_in (id, room_id, member_id, day, at, evidence, content, previous_id, source)
    select id, room_id, member_id, day, at, evidence, content, previous_id, source from check_in_by_lists
    order by id`.execute(db);
  await db.schema.dropTable('check_in_by_lists').execute();
}

async function createCheckIn(db: Kysely<unknown>): Promise<void> {
  const { instant } = columnTypes(db);
  await createTable(db, 'check_in')
    .addColumn('id', ...serial(db))
    .addColumn('room_id', 'integer', (c) => c.notNull())
    .addColumn('member_id', 'integer', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('at', instant, (c) => c.notNull())
    .addColumn('evidence', 'text', (c) => c.notNull().check(isOneOf('evidence', EVIDENCE)))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('previous_id', instant)
    .addColumn('source', 'text', (c) => c.check(isOneOf('source', SOURCES)))
    .addForeignKeyConstraint('check_in_seat', ['room_id', 'member_id'], 'membership', ['room_id', 'member_id'])
    .execute();
}

function isOneOf(name: string, words: readonly string[]) {
  return sql.join(
    words.map((word) => sql`${sql.ref(name)} = ${sql.lit(word)}`),
    sql` or `,
  );
}
