/**
 * Tags: given by hand, by a rule, by oneself, by an order or a move.
 *
 * Hands are stronger than rules: what a hand removed no rule gives again, and what a hand gave no rule takes away (product
 * rules, section 7).
 */

import { accept, type Decision, refuse } from './decision.js';
import { oneLine } from './display-name.js';
import { foldText } from './understanding/fold.js';

export const TAG_SOURCES = ['manual', 'rule', 'self', 'move', 'order'] as const;
export type TagSource = (typeof TAG_SOURCES)[number];
/** What took it away. */
export type TagRemoval = TagSource | 'expired';

const LONGEST_TAG = 12;

/** The row of a member and a tag. */
export interface TagState {
  readonly source: TagSource;
  /** The instant at which it ends by itself. */
  readonly expiresAt: number | null;
  readonly removedAt: number | null;
  readonly removedBy: TagRemoval | null;
}

/** One that has expired no longer holds, though the day's work has yet to say so. */
export function holdsAt({ expiresAt, removedAt }: Pick<TagState, 'expiresAt' | 'removedAt'>, now: number): boolean {
  return removedAt === null && (expiresAt === null || now < expiresAt);
}

const BY_HAND: readonly TagRemoval[] = ['manual', 'self'];

/** Whether `source` may give the tag, as things stand. */
export function mayTag(state: TagState | undefined, source: TagSource, now: number): boolean {
  if (state === undefined) return true;
  if (source !== 'rule') return true;
  if (holdsAt(state, now)) return false;
  return state.removedBy === null || !BY_HAND.includes(state.removedBy);
}

/** Whether `source` may take it: staff may take all, everything else only what it gave. */
export function mayUntag(state: TagState | undefined, source: TagSource, now: number): boolean {
  if (state === undefined || !holdsAt(state, now)) return false;
  return source === 'manual' || source === state.source;
}

const STRENGTH: readonly TagSource[] = ['rule', 'move', 'order', 'self', 'manual'];

/** A tag that is held stays as the stronger of two gave it. */
export function isStronger(held: TagSource, other: TagSource): boolean {
  return STRENGTH.indexOf(held) > STRENGTH.indexOf(other);
}

/** Two ways of typing one tag have the same key. */
export function tagKey(name: string): string {
  return foldText(name).toLowerCase();
}

/** What a query is made of cannot stand in a name, nor can it begin as one that is added or taken away. */
const UNFIT = /[\s:\uff1a<>=@,\u3001\uff0c/]|^[-+]|^\d+$/u;

export function decideTagName(given: string): Decision<string> {
  const name = oneLine(given.normalize('NFKC'));
  if (name === '' || UNFIT.test(name)) return refuse({ code: 'tag.unfit', given: name });
  return [...name].length > LONGEST_TAG ? refuse({ code: 'tag.too_long', max: LONGEST_TAG }) : accept(name);
}
