/** Tags: who has which, and giving and taking them by hand; the rules that do it; those that members choose themselves. */

import * as copy from '../../../copy/zh-cn/tags.js';
import type { MemberId, TagRuleId } from '../../../domain/ids.js';
import type { Argument } from '../../../kit/argument.js';
import type { Json } from '../../../kit/changes.js';
import { type CommandWork, defineCommand, type UndoWork } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { askToMirror, wantOnPlatform } from '../../../kit/tag-mirror.js';
import { appendTagChange } from '../../../storage/tag-changes.js';
import { deleteTagRule } from '../../../storage/tag-rules.js';
import { hasTag } from '../../../storage/tags.js';
import { changeTags } from '../orders/change-tags.js';
import { chooseTags, showChoices } from '../orders/choices.js';
import { addRule, deleteRule, showRules, tryRule } from '../orders/rules.js';
import { showHolders, showPeople, showTags } from '../orders/show-tags.js';
import { showMirror, tryMirrorAgain } from '../orders/sync.js';
import type { RuleOrder } from '../rule-order.js';
import { type TagOrder, tagOrder } from '../tag-order.js';

export type TagWork = CommandWork<{ readonly order: Argument<TagOrder> }, 'anywhere'>;

/** What rows do not hold: a rule that came, and whose tags have to be told to the platform again. */
export interface NotedTags {
  readonly rule?: TagRuleId;
  readonly changed: ReadonlyArray<{ readonly memberId: MemberId; readonly tag: string }>;
}

export const tag = defineCommand({
  name: 'tags.tag',
  triggers: copy.triggers.tag,
  summary: copy.summaries.tag,
  example: copy.examples.tag,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: tagOrder },

  async run(work) {
    const { order } = work.args;
    const isTold = order.do !== 'change' && order.do !== 'choose';
    if (isTold && isPublic(work.chatRoom)) throw new RefusedError({ code: 'tag.not_in_public' });
    return obey(work, order);
  },

  undo: undoTags,
});

async function obey(work: TagWork, order: TagOrder): Promise<string> {
  switch (order.do) {
    case 'list':
      return showTags(work);
    case 'show':
      return showPeople(work, order.people);
    case 'holders':
      return showHolders(work, order.tag);
    case 'change':
      return changeTags(work, order);
    case 'choices':
      return showChoices(work);
    case 'choose':
      return chooseTags(work, order);
    case 'sync':
      return order.again ? tryMirrorAgain(work) : showMirror(work);
    default:
      return obeyRule(work, order);
  }
}

async function obeyRule(work: TagWork, order: RuleOrder): Promise<string> {
  if (order.do === 'rules') return showRules(work);
  if (order.do === 'delete-rule') return deleteRule(work, order.number as TagRuleId);
  return order.action === 'add' ? addRule(work, order) : tryRule(work, order);
}

/** The rows are as they were; their history grows, and the platform is told what holds again. */
async function undoTags(work: UndoWork, noted: Json): Promise<void> {
  const { tx, now, account, speaker } = work;
  const { rule, changed } = (noted ?? { changed: [] }) as unknown as NotedTags;
  if (rule !== undefined) await deleteTagRule(tx, rule);
  for (const { memberId, tag: name } of changed) {
    const key = { accountId: account.id, memberId };
    const holds = await hasTag(tx, key, name, now);
    const change = { tag: name, change: holds ? 'added' : 'removed', source: 'undone' } as const;
    await appendTagChange(tx, key, { ...change, rule: null, by: speaker.id, expiresAt: null, at: now });
    await wantOnPlatform(work, memberId, name, holds);
  }
  await askToMirror(work);
}
