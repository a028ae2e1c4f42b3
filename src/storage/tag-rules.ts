/** Rules that give tags, and who has a tag by which of them. */

import { sql } from 'kysely';
import type { AccountId, MemberId, RoomId, TagRuleId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';
import { seatsOf } from './presence.js';
import { defineStatement } from './statement.js';

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
export async function listTagRules(tx: Tx, accountId: AccountId): Promise<readonly TagRule[]> {
  return listRules.all(tx, { accountId });
}

const listRules = defineStatement((tx, p: { accountId: AccountId }) =>
  tx
    .selectFrom('tag_rule')
    .select(['id', 'room_id as roomId', 'tag', 'condition'])
    .where('account_id', '=', p.accountId)
    .orderBy('id'),
);

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
    .where('source', '=', sql.lit('rule'))
    .where('removed_at', 'is', null);
}

/** Who has a tag by this rule. */
export async function listHoldersByRule(tx: Tx, accountId: AccountId, id: TagRuleId): Promise<RuleHolder[]> {
  const held = heldByRules(tx, accountId).where('rule_id', '=', id);
  return held.orderBy('memberId').orderBy('tag').execute();
}

/**
 * Who has a tag by a rule and is the affair of this room: whoever is in it, or has it by a rule of this very room; and who is in
 * no room of the account any more, which is the affair of its first.
 */
export async function listRuleHolders(tx: Tx, accountId: AccountId, roomId: RoomId): Promise<readonly RuleHolder[]> {
  const isFirst = (await findFirstRoom(tx, accountId)) === roomId;
  return (isFirst ? listHereAndNowhere : listHere).all(tx, { accountId, roomId });
}

interface Place {
  readonly accountId: AccountId;
  readonly roomId: RoomId;
}

const listHere = defineStatement((tx, p: Place) => heldHere(tx, p).orderBy('memberId').orderBy('tag'));
const listHereAndNowhere = defineStatement((tx, p: Place) =>
  heldHere(tx, p).union(heldNowhere(tx, p.accountId)).orderBy('memberId').orderBy('tag'),
);

function heldHere(tx: Tx, { accountId, roomId }: Place) {
  const here = heldByRules(tx, accountId).where('member_tag.member_id', 'in', (eb) =>
    eb
      .selectFrom('membership')
      .select('membership.member_id')
      .where('room_id', '=', roomId)
      .where('left_at', 'is', null),
  );
  const byOwnRules = heldByRules(tx, accountId).where('rule_id', 'in', (eb) =>
    eb.selectFrom('tag_rule').select('tag_rule.id').where('account_id', '=', accountId).where('room_id', '=', roomId),
  );
  return here.union(byOwnRules);
}

/** Reads all tags that rules gave. */
function heldNowhere(tx: Tx, accountId: AccountId) {
  const seats = seatsOf(tx, accountId, sql.ref('member_tag.member_id'));
  return heldByRules(tx, accountId).where(({ not, exists }) => not(exists(seats)));
}

async function findFirstRoom(tx: Tx, accountId: AccountId): Promise<RoomId | undefined> {
  return (await findFirst.first(tx, { accountId }))?.id;
}

const findFirst = defineStatement((tx, p: { accountId: AccountId }) =>
  tx
    .selectFrom('room')
    .select('id')
    .where('account_id', '=', p.accountId)
    .where('kind', 'in', ['trial', 'paid', 'core'])
    .orderBy('id')
    .limit(1),
);
