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
    online_seen_at: true,
    offline_since: true,
    created_at: true,
  },
  action: {
    id: true,
    account_id: true,
    member_id: true,
    role: true,
    room_id: true,
    chat_room_id: true,
    command: true,
    line: true,
    at: true,
    effect: true,
    changes: true,
    noted: true,
    confirmed_by: true,
    undone_by: true,
    undone_at: true,
  },
  answered_line: { member_id: true, chat: true, hash: true, at: true },
  appointment: { kind: true, subject_id: true, room_id: true, account_id: true, due_at: true, attempts: true },
  badge_grant: {
    id: true,
    room_id: true,
    member_id: true,
    badge: true,
    day: true,
    at: true,
    by_member_id: true,
    revoked_at: true,
    revoked_reason: true,
  },
  binding_code: { member_id: true, hash: true, created_at: true },
  binding_try: { account_id: true, member_id: true, tries: true, last_at: true },
  bookmark: { name: true, position: true },
  camp: {
    id: true,
    room_id: true,
    name: true,
    first_day: true,
    last_day: true,
    required: true,
    ended_day: true,
    opened_by: true,
    opened_at: true,
  },
  camp_member: { camp_id: true, member_id: true, joined_day: true, left_day: true },
  chain_line: { list_id: true, hash: true, name_hash: true, member_id: true, day: true },
  chain_list: { id: true, room_id: true, hash: true, seen_at: true },
  chain_question: {
    id: true,
    room_id: true,
    title: true,
    line: true,
    content: true,
    day: true,
    at: true,
    expires_at: true,
    state: true,
    member_id: true,
  },
  chain_rule: { room_id: true, words: true, counts: true, saved_at: true },
  check_in: {
    id: true,
    room_id: true,
    member_id: true,
    day: true,
    at: true,
    evidence: true,
    content: true,
    previous_id: true,
    source: true,
  },
  claim: { code: true, created_at: true, claimed_at: true, claimed_by: true },
  closed_day: { room_id: true, day: true, freezes: true, at: true },
  code_batch: {
    id: true,
    account_id: true,
    name: true,
    last_day: true,
    created_at: true,
  },
  correction: { id: true, room_id: true, member_id: true, day: true, change: true, told_in: true, at: true },
  coupon_code: {
    id: true,
    account_id: true,
    batch_id: true,
    code: true,
    member_id: true,
    redemption_id: true,
    handed_at: true,
    shown_at: true,
  },
  confirmation: {
    account_id: true,
    code: true,
    member_id: true,
    chat_room_id: true,
    room_id: true,
    command: true,
    message: true,
    impact: true,
    fingerprint: true,
    needs: true,
    asked_at: true,
    expires_at: true,
    first_confirmed_at: true,
  },
  course: { id: true, name: true, title: true, updated_at: true },
  draw: {
    id: true,
    room_id: true,
    name: true,
    prize: true,
    points: true,
    places: true,
    conditions: true,
    public_source: true,
    public_value: true,
    state: true,
    seed: true,
    commitment: true,
    list_hash: true,
    entries: true,
    opened_by: true,
    opened_at: true,
    ends_at: true,
    sealed_at: true,
    drawn_at: true,
  },
  draw_entry: { draw_id: true, number: true, member_id: true, code: true, at: true, dropped: true },
  draw_winner: { draw_id: true, rank: true, number: true, state: true, reason: true, at: true },
  echo: { account_id: true, message_id: true, target: true, hash: true, at: true, outbox_id: true },
  flash_sale: {
    id: true,
    room_id: true,
    name: true,
    stock: true,
    sold: true,
    price: true,
    state: true,
    opened_by: true,
    opened_at: true,
    starts_at: true,
    ends_at: true,
  },
  flash_sale_order: { sale_id: true, number: true, member_id: true, price: true, at: true },
  gift: {
    id: true,
    account_id: true,
    room_id: true,
    name: true,
    price: true,
    stock: true,
    limit_per_member: true,
    needs_address: true,
    batch_id: true,
    listed: true,
    created_at: true,
  },
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
  leave_day: { room_id: true, member_id: true, day: true, at: true },
  last_refusal: { member_id: true, room_id: true, refusal: true, line: true, at: true },
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
    covered_to: true,
    streak: true,
    best: true,
    total: true,
    points: true,
    freezes: true,
    last_entry_id: true,
    last_check_in_id: true,
    on_board: true,
    welcomed_at: true,
  },
  outage: { account_id: true, since: true, until: true },
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
    graphic: true,
    created_at: true,
  },
  outbox_item: { outbox_id: true, position: true, value: true },
  pending_check_in: { room_id: true, member_id: true, day: true, at: true, expires_at: true },
  points_day: { room_id: true, day: true, factor: true },
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
    ref: true,
  },
  points_grant: {
    id: true,
    room_id: true,
    member_id: true,
    amount: true,
    reason: true,
    by_member_id: true,
    at: true,
  },
  quiz: {
    id: true,
    room_id: true,
    question: true,
    options: true,
    answer: true,
    points: true,
    state: true,
    answers: true,
    opened_by: true,
    opened_at: true,
    ends_at: true,
  },
  quiz_answer: { quiz_id: true, number: true, member_id: true, choice: true, at: true },
  protected_day: { room_id: true, day: true, cause: true, note: true, at: true },
  recent_media: { room_id: true, member_id: true, kind: true, at: true },
  red_packet: {
    id: true,
    room_id: true,
    member_id: true,
    amount: true,
    note: true,
    by_member_id: true,
    at: true,
    void_reason: true,
    voided_at: true,
  },
  red_packet_budget: {
    room_id: true,
    total: true,
    spent: true,
    updated_at: true,
  },
  redemption: {
    id: true,
    gift_id: true,
    room_id: true,
    member_id: true,
    quantity: true,
    price: true,
    bookings: true,
    state: true,
    address: true,
    note: true,
    at: true,
    done_at: true,
    done_by: true,
  },
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
    closed_day: true,
    quiz_id: true,
  },
  room_day: { day: true, room_id: true, check_ins: true, started: true },
  room_identity: { account_id: true, platform_id: true, room_id: true, session: true },
  room_match: { room_id: true, lost_room_id: true, shared: true, seen: true, known: true },
  room_rule: { room_id: true, from_day: true, freeze_every: true },
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
