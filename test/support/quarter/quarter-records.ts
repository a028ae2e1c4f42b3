/** What the bot's tables say of everybody, in SQL of the judge's own. Amounts in fen; big numbers come as text from PostgreSQL. */

import { readRows } from '../bot-records.js';

export interface CardRow {
  readonly key: string;
  readonly kind: string;
  readonly from: number;
  readonly through: number | null;
  readonly frozen: number | null;
}

export interface OrderRow {
  readonly key: string;
  readonly kind: string;
  readonly amount: number;
  readonly credit: number;
  readonly refunded: number;
  readonly state: string;
  readonly source: string;
}

export interface PresenceRow {
  readonly who: string;
  readonly room: string;
}

export interface TierRow {
  readonly who: string;
  readonly tier: string;
  readonly how: string;
  readonly below: number | null;
}

export interface SourceRow {
  readonly who: string;
  readonly kind: string;
  readonly name: string | null;
  readonly inviter: string | null;
}

export interface LoanRow {
  /** Person and room. */
  readonly key: string;
  readonly power: string;
  readonly until: number | string;
}

export interface CoreRow {
  readonly who: string;
  readonly state: string;
}

export interface ReferralRow {
  readonly newcomer: string;
  readonly inviter: string;
  readonly state: string;
}

export interface LedgerRow {
  readonly key: string;
  readonly sum: number | string;
  readonly points: number | string;
}

export interface TagRow {
  /** Person and tag. */
  readonly key: string;
  readonly source: string;
  readonly until: number | string | null;
}

const PERSON = (table: string): string => `join member_identity on member_identity.member_id = ${table}.member_id`;
const COURSE = (table: string): string => `join course on course.id = ${table}.course_id`;

const QUERIES = {
  cards: `select platform_id || ' ' || course.name as key, kind, from_day as "from", through_day as through, frozen_on as frozen
    from member_card ${PERSON('member_card')} ${COURSE('member_card')}`,
  orders: `select platform_id || ' ' || course.name as key, kind, amount, credit, refunded, state, source
    from sales_order ${PERSON('sales_order')} ${COURSE('sales_order')} order by sales_order.id`,
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

export interface QuarterRecords {
  readonly cards: readonly CardRow[];
  readonly orders: readonly OrderRow[];
  readonly presence: readonly PresenceRow[];
  readonly tags: readonly TagRow[];
  readonly tiers: readonly TierRow[];
  readonly sources: readonly SourceRow[];
  readonly loans: readonly LoanRow[];
  readonly core: readonly CoreRow[];
  readonly referrals: readonly ReferralRow[];
  readonly referralPay: readonly { readonly ref: string }[];
  readonly ledgers: readonly LedgerRow[];
}

export async function readQuarterRecords(url: string): Promise<QuarterRecords> {
  return {
    cards: await readRows<CardRow>(url, QUERIES.cards),
    orders: await readRows<OrderRow>(url, QUERIES.orders),
    presence: await readRows<PresenceRow>(url, QUERIES.presence),
    tags: await readRows<TagRow>(url, QUERIES.tags),
    tiers: await readRows<TierRow>(url, QUERIES.tiers),
    sources: await readRows<SourceRow>(url, QUERIES.sources),
    loans: await readRows<LoanRow>(url, QUERIES.loans),
    core: await readRows<CoreRow>(url, QUERIES.core),
    referrals: await readRows<ReferralRow>(url, QUERIES.referrals),
    referralPay: await readRows(url, QUERIES.referralPay),
    ledgers: await readRows<LedgerRow>(url, QUERIES.ledgers),
  };
}
