/**
 * Indexes that hold all that their questions look at.
 *
 * Where one did not, SQLite without statistics took reading all rows of the account for the better way, since it would have
 * to look up each row that the index named.
 */

import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const name of ['echo_unclaimed', 'outbox_doubtful', 'member_identity_member', 'room_identity_room'])
    await db.schema.dropIndex(name).execute();
  await sql`create index echo_unclaimed on echo (account_id, target, hash, at) where outbox_id is null`.execute(db);
  // Messages whose end is unknown, by the chat that they went to.
  await sql`create index outbox_doubtful on outbox (account_id, state, room_id, member_id)
    where state in ('sending', 'uncertain')`.execute(db);
  await sql`create index member_identity_member on member_identity (member_id, account_id, session, platform_id)`.execute(
    db,
  );
  await sql`create index room_identity_room on room_identity (room_id, account_id, session, platform_id)`.execute(db);
  await sql`create index member_tag_rule on member_tag (account_id, rule_id) where source = 'rule' and removed_at is null`.execute(
    db,
  );
}
