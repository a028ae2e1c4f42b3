/**
 * A time with a card without a gap: the pieces that were bought in a row, and the days on which it was frozen.
 *
 * Pieces are laid end to end as if nothing was ever frozen; frozen days then move all that is left. That is why every
 * question about what is used up is asked in days without the frozen ones. How many days a piece has is settled when it is
 * bought: what lies behind one that is paid back moves up, and is neither longer nor shorter for that.
 */

import { CARD_LENGTHS, type CardKind, lastDayAfterMonths } from './card-kind.js';
import type { CardEventId } from './ids.js';
import { addDays, type LocalDay } from './local-day.js';

interface Piece {
  /** Of the event that brought it. */
  readonly id: CardEventId;
  /** All that it has, its months included; 0 for life. */
  readonly days: number;
  /** Whole months, after which those of later pieces are counted, so that the day of the month is never lost. */
  readonly months: number;
  readonly forLife: boolean;
}

export interface CardRun {
  readonly from: LocalDay;
  /** What was bought last. */
  readonly kind: CardKind;
  readonly pieces: readonly Piece[];
  /** Days that were frozen and are over. */
  readonly frozenDays: number;
  readonly frozenOn: LocalDay | null;
  /** Set by an end before the time. */
  readonly endedOn: LocalDay | null;
  readonly lapsed: boolean;
}

export function startRun(from: LocalDay, kind: CardKind): CardRun {
  return { from, kind, pieces: [], frozenDays: 0, frozenOn: null, endedOn: null, lapsed: false };
}

export function withKind(run: CardRun, id: CardEventId, kind: CardKind): CardRun {
  const { months, days } = CARD_LENGTHS[kind];
  const before = run.pieces.reduce((sum, piece) => sum + piece.months, 0);
  const inMonths = lastDayAfterMonths(run.from, before + months) - lastDayAfterMonths(run.from, before);
  const piece = { id, days: inMonths + days, months, forLife: kind === 'lifetime' };
  return { ...run, kind, pieces: [...run.pieces, piece] };
}

export function withDays(run: CardRun, id: CardEventId, days: number): CardRun {
  return { ...run, pieces: [...run.pieces, { id, days, months: 0, forLife: false }] };
}

export function frozen(run: CardRun, day: LocalDay): CardRun {
  return run.frozenOn === null && isRunning(run, day) ? { ...run, frozenOn: day } : run;
}

export function thawed(run: CardRun, day: LocalDay): CardRun {
  if (run.frozenOn === null) return run;
  return { ...run, frozenDays: run.frozenDays + Math.max(0, day - run.frozenOn), frozenOn: null };
}

export function ended(run: CardRun, day: LocalDay): CardRun {
  return isRunning(run, day) ? { ...run, endedOn: day, frozenOn: null } : run;
}

/** Its end has been dealt with, unless the card runs. */
export function lapsed(run: CardRun, day: LocalDay): CardRun {
  return isRunning(run, day) ? run : { ...run, lapsed: true };
}

/**
 * What the piece had left from `day` on is gone; what was used of it stays used, as days: no months are left behind by which
 * what is bought later would be counted. A card with nothing left is not frozen.
 */
export function refunded(run: CardRun, day: LocalDay, id: CardEventId): CardRun {
  const used = usedOf(run, day).get(id);
  if (used === undefined || run.endedOn !== null) return run;
  const pieces = run.pieces.map((piece) =>
    piece.id === id && (piece.forLife || used < piece.days) ? { id, days: used, months: 0, forLife: false } : piece,
  );
  const shorter = thawed({ ...run, pieces }, day);
  return isRunning(shorter, day) ? { ...run, pieces } : shorter;
}

/** How many days of each piece lie before `day`. They are used up in a row, and behind a piece for life none ever is. */
export function usedOf(run: CardRun, day: LocalDay): ReadonlyMap<CardEventId, number> {
  let gone = Math.max(0, plainDay(run, day) - run.from);
  const used = new Map<CardEventId, number>();
  for (const { id, days, forLife } of run.pieces) {
    const share = forLife ? gone : Math.min(gone, days);
    used.set(id, share);
    gone -= share;
  }
  return used;
}

/** The day as it would be if nothing had been frozen; days from a freeze on do not go by. */
function plainDay({ frozenOn, frozenDays }: CardRun, day: LocalDay): LocalDay {
  const counted = frozenOn === null || day < frozenOn ? day : frozenOn;
  return addDays(counted, -frozenDays);
}

export function isRunning(run: CardRun, day: LocalDay): boolean {
  if (run.frozenOn !== null) return true;
  const last = lastDayOf(run);
  return last === null || last >= day;
}

/** Null for life. */
export function lastDayOf(run: CardRun): LocalDay | null {
  const { from, pieces, endedOn, frozenDays } = run;
  if (endedOn !== null) return addDays(endedOn, -1);
  if (pieces.some((piece) => piece.forLife)) return null;
  const days = pieces.reduce((sum, piece) => sum + piece.days, frozenDays);
  return addDays(from, days - 1);
}
