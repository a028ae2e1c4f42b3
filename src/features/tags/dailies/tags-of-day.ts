/**
 * The day's work on tags in a room: what has expired says so, and rules give and take, in one pass over the room.
 *
 * A rule that can no longer be read leaves its tags as they are until a person has seen to it.
 */

import { ruleCopy } from '../../../copy/zh-cn/conditions.js';
import { readCondition } from '../../../domain/condition/read-condition.js';
import type { MemberId } from '../../../domain/ids.js';
import { askedOf, conditionContext } from '../../../kit/conditions.js';
import { defineDaily } from '../../../kit/daily.js';
import { askToMirror } from '../../../kit/tag-mirror.js';
import { endTag, giveTag, takeTag } from '../../../kit/tags.js';
import type { RoomWork } from '../../../kit/work.js';
import { listMeantIds } from '../../../storage/condition-query.js';
import { listExpired } from '../../../storage/tag-holders.js';
import { listRuleHolders, listTagRules, type RuleHolder, type TagRule } from '../../../storage/tag-rules.js';

export const tagsOfDay = defineDaily({
  name: 'tags',
  rooms: ['trial', 'paid', 'core'],

  async run(work) {
    await endExpired(work);
    await applyRules(work);
    await askToMirror(work);
  },
});

/** Of the whole account, by whichever room comes first. */
async function endExpired(work: RoomWork): Promise<void> {
  const { tx, now, account } = work;
  for (const { memberId, tag } of await listExpired(tx, account.id, now))
    await endTag(work, { accountId: account.id, memberId }, tag, { source: 'expired' });
}

/** By tag, who shall have it and by which rule; a tag with a rule that cannot be read is in `unread`. */
interface Wanted {
  readonly byTag: ReadonlyMap<string, ReadonlyMap<MemberId, TagRule>>;
  readonly unread: ReadonlySet<string>;
}

async function applyRules(work: RoomWork): Promise<void> {
  const { tx, account, room } = work;
  const rules = await listTagRules(tx, account.id);
  const holders = await listRuleHolders(tx, account.id, room.id);
  const here = rules.filter(({ roomId }) => roomId === null || roomId === room.id);
  const wanted = await wantedIn(work, here);
  for (const holder of holders) await takeWhatEnded(work, holder, { rules, wanted });
  const has = new Set(holders.map(({ memberId, tag }) => `${memberId} ${tag}`));
  for (const [tag, people] of wanted.byTag)
    for (const [memberId, rule] of people)
      if (!has.has(`${memberId} ${tag}`)) await giveTag(work, memberId, tag, { source: 'rule', rule });
}

/** What another room's rule gave is that room's affair. */
async function takeWhatEnded(
  work: RoomWork,
  { memberId, tag, ruleId }: RuleHolder,
  { rules, wanted }: { readonly rules: readonly TagRule[]; readonly wanted: Wanted },
): Promise<void> {
  const rule = rules.find(({ id }) => id === ruleId);
  const isElsewhere = rule !== undefined && rule.roomId !== null && rule.roomId !== work.room.id;
  if (isElsewhere || wanted.unread.has(tag) || wanted.byTag.get(tag)?.has(memberId)) return;
  await takeTag(work, memberId, tag, { source: 'rule', ...(rule && { rule }) });
}

async function wantedIn(work: RoomWork, rules: readonly TagRule[]): Promise<Wanted> {
  const byTag = new Map<string, Map<MemberId, TagRule>>();
  const unread = new Set<string>();
  if (rules.length === 0) return { byTag, unread };
  const context = await conditionContext(work, ruleCopy);
  const asked = await askedOf(work, work.room);
  for (const rule of rules) {
    const condition = readCondition(rule.condition, context);
    if (!condition.ok) {
      unread.add(rule.tag);
      continue;
    }
    const people = byTag.get(rule.tag) ?? new Map<MemberId, TagRule>();
    byTag.set(rule.tag, people);
    const meant = await listMeantIds(work.tx, condition.value, asked);
    for (const id of meant.filter((one) => !people.has(one))) people.set(id, rule);
  }
  return { byTag, unread };
}
