/**
 * Classes: what a member is worth our time for. Derived from facts, the first rule that fits decides, so that everybody is
 * in exactly one:
 *
 * Key: has a card that holds and came on 20 of the last 30 days, or has paid 1,000 yuan. Potential: has no card and came on 5 of the
 * last 7 days. Ordinary: has a card, or came on 8 of the last 30 days. Random: everybody else.
 */

export const MEMBER_CLASSES = ['key', 'potential', 'ordinary', 'random'] as const;
export type MemberClass = (typeof MEMBER_CLASSES)[number];

export interface ClassFacts {
  /** Days of check-in among the last 7 and 30, today included. */
  readonly week: number;
  readonly month: number;
  /** Has a card that holds today. */
  readonly covered: boolean;
  /** In fen, without what was paid back. */
  readonly paid: number;
}

export type ClassFact = keyof ClassFacts;

export interface Classed<Value extends string, Fact extends string> {
  readonly value: Value;
  /** The facts that decided. */
  readonly by: readonly Fact[];
}

const KEY = { month: 20, paid: 100_000 } as const;
const POTENTIAL_WEEK = 5;
const ORDINARY_MONTH = 8;

export function classOf({ week, month, covered, paid }: ClassFacts): Classed<MemberClass, ClassFact> {
  if (paid >= KEY.paid) return { value: 'key', by: ['paid'] };
  if (covered && month >= KEY.month) return { value: 'key', by: ['covered', 'month'] };
  if (!covered && week >= POTENTIAL_WEEK) return { value: 'potential', by: ['covered', 'week'] };
  if (covered) return { value: 'ordinary', by: ['covered'] };
  if (month >= ORDINARY_MONTH) return { value: 'ordinary', by: ['month'] };
  return { value: 'random', by: ['covered', 'month'] };
}
