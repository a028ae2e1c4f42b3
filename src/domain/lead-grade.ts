/**
 * Lead grades: how near somebody is to paying. Derived, the first rule that fits decides:
 *
 * A: has paid before and has no card now, or came on 5 of the last 7 days. B: came on 3 of them. C: came on one of the last 14
 * days. D: everybody else. Whoever has a card that holds is no lead, and has no grade.
 */

import type { Classed } from './member-class.js';

export const LEAD_GRADES = ['A', 'B', 'C', 'D'] as const;
export type LeadGrade = (typeof LEAD_GRADES)[number];

export interface LeadFacts {
  /** Days of check-in among the last 7 and 14, today included. */
  readonly week: number;
  readonly fortnight: number;
  readonly covered: boolean;
  /** Paid orders that were not paid back. */
  readonly orders: number;
}

export type LeadFact = keyof LeadFacts;

const OFTEN = 5;
const NOW_AND_THEN = 3;

/** Undefined for somebody who has paid. */
export function gradeOf({ week, fortnight, covered, orders }: LeadFacts): Classed<LeadGrade, LeadFact> | undefined {
  if (covered) return undefined;
  if (orders > 0) return { value: 'A', by: ['orders', 'covered'] };
  if (week >= OFTEN) return { value: 'A', by: ['week'] };
  if (week >= NOW_AND_THEN) return { value: 'B', by: ['week'] };
  return { value: fortnight > 0 ? 'C' : 'D', by: ['fortnight'] };
}
