/** Carries a refusal out of a handler, undoing what the handler wrote on the way. */

import type { Decision } from '../domain/decision.js';
import type { Refusal } from '../domain/refusal.js';

export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export function orRefuse<T>(decision: Decision<T>): T {
  if (!decision.ok) throw new RefusedError(decision.refusal);
  return decision.value;
}

export function present<T>(value: T | undefined | null, refusal: Refusal): T {
  if (value === undefined || value === null) throw new RefusedError(refusal);
  return value;
}
