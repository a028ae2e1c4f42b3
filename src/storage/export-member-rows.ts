/** What an export shows of where members came from, their tags and their tiers, in pages along primary keys. */

import { sql } from 'kysely';
import type { AccountId, MemberId, ReferralId } from '../domain/ids.js';
import type { Tx } from './database.js';
import { inZone } from './export-rows.js';
import { inPages, PAGE } from './pages.js';

const OF_ACCOUNT = { accountId: 0 as AccountId, memberId: 0 as MemberId };

export function pageSources(tx: Tx) {
  return inPages(OF_ACCOUNT, async ({ accountId, memberId }) => {
    const rows = await tx
      .selectFrom('member_source as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .leftJoin('member as brought', 'brought.id', 'one.inviter_id')
      .leftJoin('member as other', 'other.id', 'one.by_member_id')
      .leftJoin('room', 'room.id', 'one.room_id')
      .select(['one.account_id as accountId', 'one.member_id as memberId', 'member.name', 'one.kind'])
      .select(['one.name as source', 'brought.name as inviter', 'one.room_id as roomId', 'topic', 'room.settings'])
      .select(['since_at as since', 'other.name as by'])
      .where(sql<boolean>`(one.account_id, one.member_id) > (${accountId}, ${memberId})`)
      .orderBy('one.account_id')
      .orderBy('one.member_id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

export function pageReferrals(tx: Tx) {
  return inPages({ id: 0 as ReferralId }, async ({ id }) => {
    const rows = await tx
      .selectFrom('referral as one')
      .innerJoin('member as brought', 'brought.id', 'one.inviter_id')
      .innerJoin('member', 'member.id', 'one.newcomer_id')
      .leftJoin('room', 'room.id', 'one.room_id')
      .select([
        'one.id',
        'inviter_id as inviterId',
        'brought.name as inviter',
        'newcomer_id as memberId',
        'member.name',
      ])
      .select(['said_at as saidAt', 'state', 'reason', 'one.room_id as roomId', 'topic', 'room.settings'])
      .select(['points', 'earned_day as earnedDay'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute();
    return rows.map(inZone);
  });
}

/** Those that somebody lost too: what was taken away by hand stays so. */
export function pageTags(tx: Tx) {
  return inPages({ ...OF_ACCOUNT, tag: '' }, async ({ accountId, memberId, tag }) =>
    tx
      .selectFrom('member_tag as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .leftJoin('member as other', 'other.id', 'one.by_member_id')
      .select(['one.account_id as accountId', 'one.member_id as memberId', 'member.name', 'one.tag', 'one.source'])
      .select(['since_at as since', 'expires_at as expires', 'other.name as by'])
      .select(['removed_at as removedAt', 'removed_by as removedBy'])
      .where(sql<boolean>`(one.member_id, one.account_id, one.tag) > (${memberId}, ${accountId}, ${tag})`)
      .orderBy('one.member_id')
      .orderBy('one.account_id')
      .orderBy('one.tag')
      .limit(PAGE)
      .execute(),
  );
}

export function pageTagChanges(tx: Tx) {
  return inPages({ id: 0 }, async ({ id }) =>
    tx
      .selectFrom('tag_change as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .leftJoin('member as other', 'other.id', 'one.by_member_id')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'tag', 'change', 'one.source', 'rule'])
      .select(['other.name as by', 'one.at'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute(),
  );
}

export function pageTiers(tx: Tx) {
  return inPages(OF_ACCOUNT, async ({ accountId, memberId }) =>
    tx
      .selectFrom('member_tier as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .select(['one.account_id as accountId', 'one.member_id as memberId', 'member.name', 'tier', 'how'])
      .select(['since_at as since', 'below_since as belowSince'])
      .where(sql<boolean>`(one.member_id, one.account_id) > (${memberId}, ${accountId})`)
      .orderBy('one.member_id')
      .orderBy('one.account_id')
      .limit(PAGE)
      .execute(),
  );
}

export function pageTierChanges(tx: Tx) {
  return inPages({ id: 0 }, async ({ id }) =>
    tx
      .selectFrom('tier_change as one')
      .innerJoin('member', 'member.id', 'one.member_id')
      .leftJoin('member as other', 'other.id', 'one.by_member_id')
      .select(['one.id', 'one.member_id as memberId', 'member.name', 'from_tier as from', 'to_tier as to', 'how'])
      .select(['other.name as by', 'reason', 'one.at'])
      .where('one.id', '>', id)
      .orderBy('one.id')
      .limit(PAGE)
      .execute(),
  );
}
