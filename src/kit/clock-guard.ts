/**
 * Holds the planner while the wall clock and the monotonic clock disagree: a clock that was set by mistake must not
 * make tomorrow's posts leave today.
 */

/** Adjustments up to this are ordinary. */
const TOLERANCE_MS = 60_000;
/** A new wall time counts once it has held this long: after a laptop woke up, for instance. */
const SETTLE_MS = 3 * 60_000;

export class ClockGuard {
  #offset: number | undefined;
  #candidate: { readonly offset: number; readonly since: number } | undefined;

  /** Whether the wall clock can be believed. Both in milliseconds. */
  trusts(wall: number, monotonic: number): boolean {
    const offset = wall - monotonic;
    if (this.#offset === undefined || isNear(offset, this.#offset)) return this.#accept(offset);
    if (this.#candidate === undefined || !isNear(offset, this.#candidate.offset)) {
      this.#candidate = { offset, since: monotonic };
      return false;
    }
    return monotonic - this.#candidate.since >= SETTLE_MS && this.#accept(offset);
  }

  #accept(offset: number): boolean {
    this.#offset = offset;
    this.#candidate = undefined;
    return true;
  }
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= TOLERANCE_MS;
}
