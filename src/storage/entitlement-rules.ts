/** What each kind of card of a course brings beside itself, for orders to come. */

import type { CardKind } from '../domain/card-kind.js';
import type { CourseId } from '../domain/ids.js';
import { cleanText } from './clean-text.js';
import type { Tx } from './database.js';

export interface EntitlementRule {
  readonly kind: CardKind;
  readonly name: string;
  /** Null for as often as one likes. */
  readonly quota: number | null;
}

/** Of a course, in the order of their names. */
export async function listRules(tx: Tx, courseId: CourseId): Promise<EntitlementRule[]> {
  return tx
    .selectFrom('entitlement_rule')
    .select(['kind', 'name', 'quota'])
    .where('course_id', '=', courseId)
    .orderBy('name')
    .execute();
}

export async function saveRule(tx: Tx, courseId: CourseId, { kind, name, quota }: EntitlementRule): Promise<void> {
  await tx
    .insertInto('entitlement_rule')
    .values({ course_id: courseId, kind, name: cleanText(name), quota })
    .onConflict((conflict) => conflict.columns(['course_id', 'kind', 'name']).doUpdateSet({ quota }))
    .execute();
}

/** False where there was none. */
export async function deleteRule(tx: Tx, courseId: CourseId, kind: CardKind, name: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('entitlement_rule')
    .where('course_id', '=', courseId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
