/** The rules that give tags: lists them, tries one without writing anything, adds one with all that follows, takes one back. */

import { ruleCopy } from '../../../copy/zh-cn/conditions.js';
import * as copy from '../../../copy/zh-cn/tags.js';
import { plain, readCondition } from '../../../domain/condition/read-condition.js';
import type { MemberId, TagRuleId } from '../../../domain/ids.js';
import { holdsAt, mayTag } from '../../../domain/tag.js';
import { askedOf, conditionContext, readConditionHere } from '../../../kit/conditions.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { askToMirror } from '../../../kit/tag-mirror.js';
import { giveTag, takeTag } from '../../../kit/tags.js';
import { listMeant, type Meant } from '../../../storage/condition-query.js';
import { readRoom } from '../../../storage/rooms.js';
import { findTagName } from '../../../storage/tag-names.js';
import {
  appendTagRule,
  deleteTagRule,
  listHoldersByRule,
  listTagRules,
  type TagRule,
} from '../../../storage/tag-rules.js';
import { findMemberTag } from '../../../storage/tags.js';
import { brokenWord } from '../broken-word.js';
import type { TagWork } from '../commands/tag.js';

const MOST_RULES = 20;
const EVERYBODY = 1_000_000;

export interface WantedRule {
  readonly tag: string;
  readonly condition: string;
}

export async function showRules(work: TagWork): Promise<string> {
  const { tx, inRoom } = work;
  const context = await conditionContext(work, ruleCopy);
  const told: copy.ToldRule[] = [];
  for (const rule of await listRulesHere(work)) {
    const topic = rule.roomId === null ? null : (await readRoom(tx, rule.roomId)).topic;
    told.push({ ...rule, topic, broken: brokenWord(readCondition(rule.condition, context)) });
  }
  return copy.rules(told, inRoom);
}

/** In a room, those of the room; whoever manages all rooms sees all. */
async function listRulesHere({ tx, account, room }: TagWork): Promise<readonly TagRule[]> {
  const all = await listTagRules(tx, account.id);
  return room === undefined ? all : all.filter(({ roomId }) => roomId === room.id || roomId === null);
}

export async function tryRule(work: TagWork, { tag: given, condition: typed }: WantedRule): Promise<string> {
  const { tx, account, inRoom } = work;
  const tag = (await findTagName(tx, account.id, given)) ?? given;
  const { people, first } = await hits(work, typed);
  const kept = await countKept(work, tag, first);
  const meant = new Set(first.map(({ id }) => id));
  const before = (await listRulesHere(work)).filter((rule) => rule.tag === tag);
  const held = (await Promise.all(before.map(async ({ id }) => listHoldersByRule(tx, account.id, id)))).flat();
  const losing = held.filter(({ memberId }) => !meant.has(memberId)).map(({ name }) => name);
  const names = first.map(({ name }) => name);
  return copy.dryRun({ tag, condition: plain(typed), people, names, kept, losing }, inRoom);
}

async function hits(work: TagWork, typed: string) {
  const condition = orRefuse(await readConditionHere(work, typed, ruleCopy));
  return listMeant(work.tx, condition, await askedOf(work, work.room), EVERYBODY);
}

/** Whom a hand has taken it from. */
async function countKept({ tx, now, account }: TagWork, tag: string, people: readonly Meant[]): Promise<number> {
  let kept = 0;
  for (const { id: memberId } of people) {
    const state = await findMemberTag(tx, { accountId: account.id, memberId }, tag);
    if (state && !holdsAt(state, now) && !mayTag(state, 'rule', now)) kept += 1;
  }
  return kept;
}

export async function addRule(work: TagWork, { tag: given, condition: typed }: WantedRule): Promise<string> {
  const { tx, now, account, room, speaker, changes, confirm } = work;
  const known = await listTagRules(tx, account.id);
  if (known.length >= MOST_RULES) throw new RefusedError({ code: 'tag.too_many_rules', max: MOST_RULES });
  const { people, first } = await hits(work, typed);
  await confirm({ what: copy.addingRule(given), people, names: first.map(({ name }) => name) });
  const tag = (await findTagName(tx, account.id, given)) ?? given;
  await changes.watch('tag', { account_id: account.id, name: tag });
  const condition = plain(typed);
  const rule = { roomId: room?.id ?? null, tag, condition, by: speaker.id };
  const id = await appendTagRule(tx, account.id, rule, now);
  const changed: { memberId: MemberId; tag: string }[] = [];
  for (const { id: memberId } of first) {
    await changes.watch('member_tag', { account_id: account.id, member_id: memberId, tag });
    if (await giveTag(work, memberId, tag, { source: 'rule', rule: { id, condition } }))
      changed.push({ memberId, tag });
  }
  await askToMirror(work);
  changes.note({ rule: id, changed });
  return copy.ruleAdded(id, tag, changed.length);
}

/** With the tags that it gave. */
export async function deleteRule(work: TagWork, id: TagRuleId): Promise<string> {
  const { tx, account, room, changes, confirm } = work;
  const mine = (await listRulesHere(work)).filter(({ roomId }) => room === undefined || roomId === room.id);
  const rule = present(
    mine.find((one) => one.id === id),
    { code: 'tag.no_rule', number: id },
  );
  const held = await listHoldersByRule(tx, account.id, id);
  const names = held.map(({ name }) => name);
  await confirm({ what: copy.deletingRule(rule.tag), people: names.length, names });
  await changes.watch('tag_rule', { id });
  const changed: { memberId: MemberId; tag: string }[] = [];
  for (const { memberId, tag } of held) {
    await changes.watch('member_tag', { account_id: account.id, member_id: memberId, tag });
    await takeTag(work, memberId, tag, { source: 'rule', rule });
    changed.push({ memberId, tag });
  }
  await deleteTagRule(tx, id);
  await askToMirror(work);
  changes.note({ changed });
  return copy.ruleDeleted(id, rule.tag, names.length);
}
