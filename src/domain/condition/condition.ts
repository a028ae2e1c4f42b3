/**
 * Conditions: whom a segment or the rule of a tag means. A small closed language: terms that all have to hold, each a
 * figure that is compared or an axis with the values that will do, any of them negated.
 */

import type { CardKind } from '../card-kind.js';
import type { CourseId, RoomId } from '../ids.js';
import type { LeadGrade } from '../lead-grade.js';
import type { MemberClass } from '../member-class.js';
import type { Stage } from '../stage.js';

export const FIGURES = ['streak', 'best', 'days', 'points', 'earned', 'idle', 'joined', 'orders', 'paid'] as const;
/**
 * The current and the longest streak and the days of check-in, in the room where they are most; the balance and all points
 * ever earned; days since the last check-in (since joining where there was none) and since joining; paid orders; yuan paid.
 */
export type Figure = (typeof FIGURES)[number];

export const SIGNS = ['>=', '<=', '>', '<', '='] as const;
export type Sign = (typeof SIGNS)[number];

export const CARD_STATES = ['active', 'frozen', 'expired', 'none'] as const;
export type CardState = (typeof CARD_STATES)[number];

/** What each axis is asked for. Tiers and tags by the names under which they are known. */
export interface AxisValues {
  readonly tier: string;
  readonly course: CourseId;
  readonly class: MemberClass;
  readonly grade: LeadGrade;
  readonly stage: Stage;
  readonly tag: string;
  readonly room: RoomId;
  /** A kind that somebody has a card of, or how it stands. */
  readonly card: CardKind | CardState;
}
export type Axis = keyof AxisValues;

export interface FigureTerm {
  readonly figure: Figure;
  readonly sign: Sign;
  readonly value: number;
  readonly negated: boolean;
}

/** Any of the values will do. */
export type AxisTerm = {
  readonly [A in Axis]: { readonly axis: A; readonly values: readonly AxisValues[A][]; readonly negated: boolean };
}[Axis];

export type Term = FigureTerm | AxisTerm;
export type Condition = readonly Term[];

export const MOST_TERMS = 8;

/** A comparison of whole numbers as bounds: from the first on, and below the second; null for no bound. */
export function boundsOf({ sign, value }: Pick<FigureTerm, 'sign' | 'value'>): {
  readonly from: number | null;
  readonly below: number | null;
} {
  switch (sign) {
    case '>=':
      return { from: value, below: null };
    case '>':
      return { from: value + 1, below: null };
    case '<':
      return { from: null, below: value };
    case '<=':
      return { from: null, below: value + 1 };
    case '=':
      return { from: value, below: value + 1 };
  }
}
