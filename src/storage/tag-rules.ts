/** Rules that give tags, and who has a tag by which of them. */

import type { AccountId, MemberId, RoomId, TagRuleId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface TagRule {
  readonly id: TagRuleId;
  /** Null for all rooms. */
  readonly roomId: RoomId | null;
  readonly tag: string;
  /** As typed. */
  readonly condition: string;
}

export interface NewTagRule extends Omit<TagRule, 'id'> {
  readonly by: MemberId;
}

/** All of the account, the oldest first. */
export async function listTagRules(tx: Tx, accountId: AccountId): Promise<TagRule[]> {
  return tx
    .selectFrom('tag_rule')
    .select(['id', 'room_id as roomId', 'tag', 'condition'])
    .where('account_id', '=', accountId)
    .orderBy('id')
    .execute();
}

export async function appendTagRule(tx: Tx, accountId: AccountId, rule: NewTagRule, now: number): Promise<TagRuleId> {
  const { roomId, tag, condition, by } = rule;
  const row = await tx
    .insertInto('tag_rule')
    .values({
      account_id: accountId,
      room_id: roomId,
      tag,
      condition: cleanText(condition),
      created_by: by,
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
}

export async function deleteTagRule(tx: Tx, id: TagRuleId): Promise<void> {
  await tx.deleteFrom('tag_rule').where('id', '=', id).execute();
}

export interface RuleHolder {
  readonly memberId: MemberId;
  readonly name: string;
  readonly tag: string;
  readonly ruleId: TagRuleId | null;
}

function heldByRules(tx: Tx, accountId: AccountId) {
  return tx
    .selectFrom('member_tag')
    .innerJoin('member', 'member.id', 'member_tag.member_id')
    .select(['member_id as memberId', 'member.name', 'tag', 'rule_id as ruleId'])
    .where('member_tag.account_id', '=', accountId)
    .where('source', '=', 'rule')
    .where('removed_at', 'is', null)
    .orderBy('member_id')
    .orderBy('tag');
}

/** Who has a tag by this rule. */
export async function listHoldersByRule(tx: Tx, accountId: AccountId, id: TagRuleId): Promise<RuleHolder[]> {
  return heldByRules(tx, accountId).where('rule_id', '=', id).execute();
}

/**
 * Who has a tag by a rule and is the affair of this room: whoever is in it, or in no room of the account any more, or has it by
 * a rule of this very room.
 */
export async function listRuleHolders(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<RuleHolder[]> {
  const seats = tx
    .selectFrom('membership')
    .innerJoin('room', 'room.id', 'membership.room_id')
    .select('membership.member_id')
    .where('left_at', 'is', null)
    .where('room.account_id', '=', accountId)
    .where('room.kind', 'in', ['trial', 'paid', 'core']);
  const ownRules = tx
    .selectFrom('tag_rule')
    .select('id')
    .where('account_id', '=', accountId)
    .where('room_id', '=', roomId);
  return heldByRules(tx, accountId)
    .where((eb) =>
      eb.or([
        eb('member.id', 'in', seats.where('membership.room_id', '=', roomId)),
        eb('member.id', 'not in', seats),
        eb('rule_id', 'in', ownRules),
      ]),
    )
    .execute();
}
