/** What the safety net keeps for a while: codes that ran out, refusals of yesterday, rows as they were before old actions. */

import { type RawBuilder, sql } from 'kysely';

/** Who did what and when stays; what it takes to tell the rows apart is past use, and holds people's words. */
export function forgetOldRows(before: number, rows: number): RawBuilder<unknown> {
  return sql`update action set changes = '[]', noted = null where id in
    (select id from action where at < ${before} and (changes <> '[]' or noted is not null) limit ${sql.lit(rows)})`;
}

export function forgetConfirmations(before: number, rows: number): RawBuilder<unknown> {
  return sql`delete from confirmation where (account_id, code) in
    (select account_id, code from confirmation where expires_at < ${before} limit ${sql.lit(rows)})`;
}

export function forgetRefusals(before: number, rows: number): RawBuilder<unknown> {
  return sql`delete from last_refusal where member_id in
    (select member_id from last_refusal where at < ${before} limit ${sql.lit(rows)})`;
}
