/** Recognising a known member in somebody who was given a new id: who may, and how often a code may be guessed. */

import { type Decision, accept, refuse } from './decision.js';
import { rankOf, type Role } from './role.js';

const MOST_TRIES = 5;
const TRIES_WITHIN_MS = 60 * 60_000;

/** Wrong codes of one person, each within an hour of the one before. */
export interface Tries {
  readonly tries: number;
  readonly lastAt: number;
}

/** The count with one more; undefined when it is one too many, which then is not even looked at. */
export function countTry(before: Tries | undefined, now: number): Tries | undefined {
  if (before === undefined || now - before.lastAt >= TRIES_WITHIN_MS) return { tries: 1, lastAt: now };
  return before.tries >= MOST_TRIES ? undefined : { tries: before.tries + 1, lastAt: now };
}

/** How a member's ids are spread over the sessions of an account. */
export interface Acquaintance {
  readonly name: string;
  readonly hasPresentId: boolean;
  readonly hasFormerId: boolean;
}

/**
 * Whether somebody known since this login alone (`fresh`) may turn out to be a member whom the login lost. Two people who
 * are both here are never made one.
 */
export function decideFold(fresh: Acquaintance, lost: Acquaintance): Decision<'fold'> {
  if (!fresh.hasPresentId || fresh.hasFormerId) return refuse({ code: 'identity.not_new', name: fresh.name });
  if (lost.hasPresentId) return refuse({ code: 'identity.present', name: lost.name });
  return accept('fold');
}

/** Nobody hands out an equal or higher role by recognising somebody, or takes one away by denying it. */
export function mayVouchFor(role: Role, held: Role): boolean {
  return rankOf(held) < rankOf(role);
}
