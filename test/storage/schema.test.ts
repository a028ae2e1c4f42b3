import { type Kysely, sql } from 'kysely';
import { expect, test } from 'vitest';
import type { Schema } from '../../src/storage/schema.js';
import { describeDialects } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

type Columns = { readonly [Table in keyof Schema]: Readonly<Record<keyof Schema[Table], true>> };

/** Every column that the types know. A column that is missing here, or is here alone, does not compile. */
const COLUMNS = {
  account: {
    id: true,
    name: true,
    platform_id: true,
    bot_name: true,
    next_send_at: true,
    stopped_until: true,
    stop_reason: true,
    failures: true,
    pacing: true,
    puppet: true,
    puppet_options: true,
    lease_owner: true,
    lease_until: true,
    fence: true,
    own_messages: true,
    session: true,
    session_at: true,
    ids_stay: true,
    created_at: true,
  },
  answered_line: { member_id: true, chat: true, hash: true, at: true },
  binding_code: { member_id: true, hash: true, created_at: true },
  binding_try: { account_id: true, member_id: true, tries: true, last_at: true },
  bookmark: { name: true, position: true },
  check_in: {
    id: true,
    room_id: true,
    member_id: true,
    day: true,
    at: true,
    evidence: true,
    content: true,
    previous_id: true,
  },
  claim: { code: true, created_at: true, claimed_at: true, claimed_by: true },
  course: { id: true, name: true, title: true, updated_at: true },
  echo: { account_id: true, message_id: true, target: true, hash: true, at: true, outbox_id: true },
  identity_log: {
    id: true,
    account_id: true,
    how: true,
    by_member_id: true,
    kept_id: true,
    folded_id: true,
    details: true,
    at: true,
    undone_by: true,
    undone_at: true,
  },
  inbox: { account_id: true, message_id: true, received_at: true },
  lesson: { course_id: true, day: true, title: true, task: true, homework: true, picture: true },
  member: { id: true, name: true, created_at: true },
  member_identity: { account_id: true, platform_id: true, member_id: true, session: true },
  membership: {
    room_id: true,
    member_id: true,
    name: true,
    joined_at: true,
    left_at: true,
    first_day: true,
    last_day: true,
    streak: true,
    best: true,
    total: true,
    points: true,
    last_entry_id: true,
    last_check_in_id: true,
    on_board: true,
    welcomed_at: true,
  },
  outbox: {
    id: true,
    account_id: true,
    room_id: true,
    member_id: true,
    kind: true,
    day: true,
    priority: true,
    started: true,
    state: true,
    body: true,
    mentions: true,
    late: true,
    not_before: true,
    expires_at: true,
    attempts: true,
    sending_at: true,
    sent_at: true,
    message_id: true,
    reason: true,
    picture: true,
    follows_id: true,
    created_at: true,
  },
  outbox_item: { outbox_id: true, position: true, value: true },
  pending_check_in: { room_id: true, member_id: true, day: true, at: true, expires_at: true },
  points_entry: {
    id: true,
    room_id: true,
    member_id: true,
    previous_id: true,
    amount: true,
    balance: true,
    reason: true,
    day: true,
    at: true,
  },
  recent_media: { room_id: true, member_id: true, kind: true, at: true },
  role_grant: { member_id: true, room_id: true, role: true, granted_by: true, granted_at: true },
  room: {
    id: true,
    account_id: true,
    topic: true,
    kind: true,
    course_id: true,
    start_day: true,
    settings: true,
    paused_until: true,
    registered_at: true,
    roster_at: true,
    last_post_at: true,
    last_ack_at: true,
    earlier_ack_at: true,
  },
  room_day: { day: true, room_id: true, check_ins: true, started: true },
  room_identity: { account_id: true, platform_id: true, room_id: true, session: true },
  room_match: { room_id: true, lost_room_id: true, shared: true, seen: true, known: true },
  schedule: { room_id: true, kind: true, next_day: true, next_due_at: true },
  worker: { id: true, seen_at: true },
} satisfies Columns;

describeDialects('the schema', (dialect) => {
  async function ask<T>(question: (kysely: Kysely<Schema>) => Promise<T>): Promise<T> {
    return (await openTestDatabase(await dialect.freshUrl())).migrating(question);
  }

  test('every table has the very columns that the types say, and there is no other table', async () => {
    const tables = await ask((kysely) => kysely.introspection.getTables());

    const found = Object.fromEntries(
      tables.map(({ name, columns }) => [name, columns.map((one) => one.name).toSorted()]),
    );
    const known = Object.fromEntries(
      Object.entries(COLUMNS).map(([name, columns]) => [name, Object.keys(columns).toSorted()]),
    );
    expect(found).toEqual(known);
  });

  test('a number comes back as a number, at full length', async () => {
    const at = 8_640_000_000_000_000;
    const row = await ask(async (kysely) => {
      await kysely.insertInto('member').values({ name: '小林', created_at: at }).execute();
      return kysely.selectFrom('member').select(['id', 'created_at']).executeTakeFirstOrThrow();
    });

    expect(row).toEqual({ id: 1, created_at: at });
  });

  test('a value that the column does not allow is refused', async () => {
    const wrong = [
      sql`insert into member (name, created_at) values ('小林', 'yesterday')`,
      sql`insert into room (account_id, topic, kind) values (1, '甲群', 'club')`,
      sql`insert into room (account_id, topic) values (99, '甲群')`,
      sql`insert into role_grant (member_id, room_id, role, granted_at) values (1, 0, 'king', 0)`,
      sql`insert into outbox (account_id, kind, priority, started, state, body, not_before, expires_at, created_at) values (1, 'x', 0, 0, 'planned', '', 0, 0, 0)`,
      sql`insert into check_in (day, room_id, member_id, at, evidence, content) values (1, 1, 99, 0, 'text', '')`,
    ];

    for (const statement of wrong) {
      const refused = ask(async (kysely) => {
        await kysely.insertInto('account').values({ name: 'a', created_at: 0 }).execute();
        await kysely.insertInto('member').values({ name: 'm', created_at: 0 }).execute();
        await statement.execute(kysely);
      });
      await expect(refused).rejects.toThrow(/constraint|invalid input syntax|cannot store TEXT/iu);
    }
  });

  if (dialect.name === 'postgres') return;

  test('SQLite checks types, keys and every commit', async () => {
    const facts = await ask(async (kysely) => {
      const { rows: tables } = await sql<{ name: string; sql: string }>`
        select name, sql from sqlite_schema where type = 'table' and name not like 'kysely_%' and name not like 'sqlite_%'
      `.execute(kysely);
      const loose = tables.filter((table) => !/strict/iu.test(table.sql)).map((table) => table.name);
      const pragma = async (name: string) =>
        (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(kysely)).rows;
      const named = ['journal_mode', 'synchronous', 'foreign_keys', 'trusted_schema', 'integrity_check'];
      return { loose, settings: (await Promise.all(named.map(pragma))).flat() };
    });

    expect(facts).toEqual({
      loose: [],
      settings: [
        { journal_mode: 'wal' },
        { synchronous: 2 },
        { foreign_keys: 1 },
        { trusted_schema: 0 },
        { integrity_check: 'ok' },
      ],
    });
  });
});
