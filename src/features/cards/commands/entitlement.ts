/** What cards bring: the rules of a course, and every use of it. A quota is never overdrawn, whoever is faster. */

import * as copy from '../../../copy/zh-cn/cards.js';
import type { EntitlementUseId } from '../../../domain/ids.js';
import { isCovered } from '../../../kit/cards.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { deleteRule, listRules, saveRule } from '../../../storage/entitlement-rules.js';
import {
  appendUse,
  type Entitlement,
  listEntitlements,
  takeEntitlement,
  undoUse,
} from '../../../storage/entitlements.js';
import { findCard } from '../../../storage/member-cards.js';
import { courseMeant } from '../course-meant.js';
import { type EntitlementOrder, entitlementOrder } from '../entitlement-argument.js';
import type { OrderWork } from '../order-work.js';

export const entitlement = defineCommand({
  name: 'cards.entitlement',
  triggers: copy.triggers.entitlement,
  summary: copy.summaries.entitlement,
  example: copy.examples.entitlement,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: entitlementOrder },

  async run(work) {
    const { order } = work.args;
    if (order.do === 'use') return spend(work, order);
    const example = work.inRoom(copy.examples.ruleOfCourse);
    const course = await courseMeant(work, { named: order.course, room: work.room, example });
    if (order.do === 'list') return copy.ruleList(course.name, await listRules(work.tx, course.id), work.inRoom);
    const { kind, name } = order;
    await work.changes.watch('entitlement_rule', { course_id: course.id, kind, name });
    if (order.do === 'define') {
      await saveRule(work.tx, course.id, order);
      return copy.ruleSaved(course.name, kind, order);
    }
    if (!(await deleteRule(work.tx, course.id, kind, name))) throw await unknown(work, course.id, name);
    return copy.ruleRemoved(course.name, kind, name);
  },

  async undo({ tx, now }, noted) {
    const { use } = (noted ?? {}) as { readonly use?: EntitlementUseId };
    if (use !== undefined) await undoUse(tx, use, now);
  },
});

async function unknown({ tx }: OrderWork, courseId: Entitlement['courseId'], name: string) {
  const known = (await listRules(tx, courseId)).map((rule) => rule.name);
  return new RefusedError({ code: 'entitlement.unknown', name, known: [...new Set(known)] });
}

/** Of the oldest of that name that has something left. */
async function spend(work: OrderWork, order: EntitlementOrder & { readonly do: 'use' }): Promise<string> {
  const { tx, now, speaker, changes } = work;
  const { to, note } = order;
  const { name, id, left } = await takeOne(work, order, await usable(work, order));
  changes.note({ use: await appendUse(tx, { entitlementId: id, by: speaker.id, note, at: now }) });
  return copy.useNoted(to.name, name, left);
}

async function usable(
  { tx, today, room }: OrderWork,
  { to, name, course }: EntitlementOrder & { readonly do: 'use' },
): Promise<Entitlement[]> {
  const all = await listEntitlements(tx, to.id, course?.id);
  const named = all.filter((one) => one.name === name);
  if (named.length === 0)
    throw new RefusedError({ code: 'entitlement.unknown', name, known: [...new Set(all.map((one) => one.name))] });
  const running: Entitlement[] = [];
  for (const one of named) if (await runs(tx, to.id, one.courseId, today)) running.push(one);
  if (running.length === 0) throw new RefusedError({ code: 'entitlement.card_over', name: to.name });
  // That of the room's course first, where several courses bring the same.
  return running.toSorted((a, b) => Number(b.courseId === room?.courseId) - Number(a.courseId === room?.courseId));
}

/** A frozen card has been paid for, but brings nothing until it is thawed. */
async function runs(...[tx, memberId, courseId, day]: Parameters<typeof isCovered>): Promise<boolean> {
  const card = await findCard(tx, memberId, courseId);
  return card?.frozenOn === null && isCovered(tx, memberId, courseId, day);
}

async function takeOne(
  { tx }: OrderWork,
  { to, name }: EntitlementOrder & { readonly do: 'use' },
  candidates: readonly Entitlement[],
) {
  for (const { id, courseId } of candidates) {
    if (!(await takeEntitlement(tx, id))) continue;
    const same = (await listEntitlements(tx, to.id, courseId)).filter((one) => one.name === name);
    const isEndless = same.some(({ quota }) => quota === null);
    const left = isEndless ? null : same.reduce((sum, { quota, used }) => sum + (quota ?? 0) - used, 0);
    return { id, name, left };
  }
  throw new RefusedError({ code: 'entitlement.used_up', name: to.name, entitlement: name });
}
