/** What the bot's tables say of everybody, in SQL of the judge's own. */

import { readRows } from '../bot-records.js';
import type { QuarterRecords } from './record-rows.js';

const PERSON = (table: string): string => `join member_identity on member_identity.member_id = ${table}.member_id`;
const COURSE = (table: string): string => `join course on course.id = ${table}.course_id`;

const QUERIES = {
  cards: `select platform_id || ' ' || course.name as key, kind, from_day as "from", through_day as through, frozen_on as frozen
    from member_card ${PERSON('member_card')} ${COURSE('member_card')}`,
  orders: `select platform_id || ' ' || course.name as key, kind, amount, credit, refunded, state, source
    from sales_order ${PERSON('sales_order')} ${COURSE('sales_order')} order by sales_order.id`,
  entitlements: `select platform_id || ' ' || course.name as key, entitlement.name, quota, used, revoked_at as gone,
    (select count(*) from entitlement_use where entitlement_id = entitlement.id and undone_at is null) as uses
    from entitlement ${PERSON('entitlement')} ${COURSE('entitlement')}`,
  classes: `select platform_id || ' ' || axis as key, value, by_member_id as by from member_class ${PERSON('member_class')}`,
  offences: `select member_identity.platform_id as who, room_identity.platform_id as room, verdict, escalates as counts,
    voided_at as voided from offence ${PERSON('offence')} join room_identity on room_identity.room_id = offence.room_id`,
  notices: `select key, state from payment_notice`,
  slots: `select topic, outbox.kind, day, state, reason from outbox join room on room.id = outbox.room_id
    where day is not null and outbox.kind in ('task', 'review')`,
  presence: `select member_identity.platform_id as who, room_identity.platform_id as room from membership
    ${PERSON('membership')} join room_identity on room_identity.room_id = membership.room_id where left_at is null`,
  tags: `select platform_id || ' ' || tag as key, source, expires_at as until from member_tag ${PERSON('member_tag')}
    where removed_at is null`,
  tiers: `select platform_id as who, tier, how, below_since as below from member_tier ${PERSON('member_tier')}`,
  sources: `select member_identity.platform_id as who, member_source.kind, member_source.name, inviter.platform_id as inviter
    from member_source ${PERSON('member_source')}
    left join member_identity as inviter on inviter.member_id = member_source.inviter_id`,
  loans: `select member_identity.platform_id || ' ' || room_identity.platform_id as key, power, until_at as until
    from role_grant ${PERSON('role_grant')} join room_identity on room_identity.room_id = role_grant.room_id
    where role = 'moderator'`,
  core: `select platform_id as who, state from core_user ${PERSON('core_user')}`,
  referrals: `select newcomer.platform_id as newcomer, inviter.platform_id as inviter, state from referral
    join member_identity as newcomer on newcomer.member_id = referral.newcomer_id
    join member_identity as inviter on inviter.member_id = referral.inviter_id`,
  referralPay: `select ref from points_entry where reason = 'referral'`,
  ledgers: `select membership.room_id || ' ' || membership.member_id as key, coalesce(sum(amount), 0) as sum,
    membership.points from membership left join points_entry on points_entry.room_id = membership.room_id
    and points_entry.member_id = membership.member_id
    group by membership.room_id, membership.member_id, membership.points`,
} as const;

export async function readQuarterRecords(url: string): Promise<QuarterRecords> {
  const found: Record<string, readonly unknown[]> = {};
  for (const [name, query] of Object.entries(QUERIES)) found[name] = await readRows(url, query);
  return found as unknown as QuarterRecords;
}
