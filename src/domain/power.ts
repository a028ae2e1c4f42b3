/** What is lent to moderators, in steps: each includes the ones before it (product rules, section 8). */

import { accept, type Decision, refuse } from './decision.js';
import { mayActAs, type Role } from './role.js';

export const POWERS = ['answer', 'warn', 'hide'] as const;
export type Power = (typeof POWERS)[number];

const DAY_MS = 86_400_000;
export const LEND_DAYS = 30;
export const MOST_LEND_DAYS = 180;

/** Somebody's grant in a room, in force. */
export interface Held {
  readonly role: Role;
  /** The highest step; null for roles that are not lent. */
  readonly power: Power | null;
}

/** All that the grants allow together, the lowest first. Teachers and above have every power of their own. */
export function powersAmong(held: readonly Held[]): readonly Power[] {
  return powersUpTo(Math.max(-1, ...held.map(stepOf)));
}

export function powersWith(power: Power): readonly Power[] {
  return powersUpTo(POWERS.indexOf(power));
}

function powersUpTo(step: number): readonly Power[] {
  return POWERS.slice(0, step + 1);
}

function stepOf({ role, power }: Held): number {
  if (mayActAs(role, 'teacher')) return POWERS.length - 1;
  return role === 'moderator' && power !== null ? POWERS.indexOf(power) : -1;
}

const FIRST: Power = 'answer';

export interface Loan {
  readonly power: Power;
  /** An instant: from then on it does not hold. */
  readonly until: number;
}

export interface WantedLoan {
  readonly name: string;
  /** What they are without it, in the room. */
  readonly role: Role;
  /** What is lent to them now. */
  readonly held: Loan | undefined;
  readonly days: number | undefined;
  readonly power: Power | undefined;
  readonly now: number;
}

/**
 * A new loan is for 30 days and of the first step unless told. Lent again, the days are added to those that are left; a
 * step alone changes how far it goes and not how long.
 */
export function decideLoan({ name, role, held, days, power, now }: WantedLoan): Decision<Loan> {
  if (mayActAs(role, 'teacher')) return refuse({ code: 'moderator.has_more', name, role });
  const changesStep = held !== undefined && power !== undefined;
  const until = (held?.until ?? now) + (days ?? (changesStep ? 0 : LEND_DAYS)) * DAY_MS;
  if (until - now > MOST_LEND_DAYS * DAY_MS) return refuse({ code: 'moderator.too_long', name, max: MOST_LEND_DAYS });
  return accept({ power: power ?? stepHeld(held), until });
}

function stepHeld(held: Loan | undefined): Power {
  return held?.power ?? FIRST;
}
