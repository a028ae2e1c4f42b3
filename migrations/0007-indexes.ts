/** Lists that the morning and the evening ask for, found without reading a whole table. */

import type { Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('room_account').on('room').columns(['account_id', 'id']).execute();
  await db.schema.createIndex('role_grant_room').on('role_grant').columns(['room_id', 'role']).execute();
  await db.schema.createIndex('role_grant_role').on('role_grant').column('role').execute();
}
