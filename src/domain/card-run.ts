/**
 * A time with a card without a gap: the pieces that were bought in a row, and the days on which it was frozen.
 *
 * Pieces are laid end to end as if nothing was ever frozen; frozen days then move all that is left. That is why every
 * question about what is used up is asked in days without the frozen ones.
 */

import { CARD_LENGTHS, type CardKind, lastDayAfterMonths, type Length } from './card-kind.js';
import type { CardEventId } from './ids.js';
import { addDays, type LocalDay } from './local-day.js';

interface Piece extends Length {
  /** Of the event that brought it. */
  readonly id: CardEventId;
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

/** Days of a piece, as if nothing was ever frozen; `last` is null for life. */
export interface Stretch {
  readonly id: CardEventId;
  readonly first: LocalDay;
  readonly last: LocalDay | null;
}

export function startRun(from: LocalDay, kind: CardKind): CardRun {
  return { from, kind, pieces: [], frozenDays: 0, frozenOn: null, endedOn: null, lapsed: false };
}

export function withKind(run: CardRun, id: CardEventId, kind: CardKind): CardRun {
  return { ...run, kind, pieces: [...run.pieces, { id, ...CARD_LENGTHS[kind], forLife: kind === 'lifetime' }] };
}

export function withDays(run: CardRun, id: CardEventId, days: number): CardRun {
  return { ...run, pieces: [...run.pieces, { id, months: 0, days, forLife: false }] };
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

/** What the piece had left from `day` on is gone; what was used of it stays used. A card with nothing left is not frozen. */
export function refunded(run: CardRun, day: LocalDay, id: CardEventId): CardRun {
  const stretch = stretchesOf(run).find((one) => one.id === id);
  if (stretch === undefined || run.endedOn !== null) return run;
  const unused = plainDay(run, day);
  const keep = Math.max(0, Math.min(stretch.last === null ? Infinity : lengthOf(stretch), unused - stretch.first));
  const isLast = run.pieces.at(-1)?.id === id;
  const shorten = (piece: Piece): Piece => ({ id, ...(isLast ? onlyDays(keep) : shortened(piece, stretch, keep)) });
  const pieces = run.pieces.map((piece) => (piece.id === id ? shorten(piece) : piece));
  const shorter = thawed({ ...run, pieces }, day);
  return isRunning(shorter, day) ? { ...run, pieces } : shorter;
}

function shortened(piece: Piece, stretch: Stretch, keep: number) {
  if (stretch.last === null) return onlyDays(keep);
  return { months: piece.months, days: piece.days - (lengthOf(stretch) - keep), forLife: false };
}

/** No months are left behind by which what is bought later would be counted. */
function onlyDays(days: number) {
  return { months: 0, days, forLife: false };
}

function lengthOf({ first, last }: Stretch): number {
  return last === null ? Infinity : last - first + 1;
}

/** In the order in which they are used up. Nothing comes after a piece for life. */
export function stretchesOf({ from, pieces }: CardRun): Stretch[] {
  let length: Length = { months: 0, days: 0 };
  let first: LocalDay = from;
  return pieces.map(({ id, months, days, forLife }) => {
    length = { months: length.months + months, days: length.days + days };
    const last = addDays(lastDayAfterMonths(from, length.months), length.days);
    const stretch = { id, first, last: forLife ? null : last };
    first = addDays(last, 1);
    return stretch;
  });
}

/** The day as it would be if nothing had been frozen; days from a freeze on do not go by. */
export function plainDay({ frozenOn, frozenDays }: CardRun, day: LocalDay): LocalDay {
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
  const months = pieces.reduce((sum, piece) => sum + piece.months, 0);
  const days = pieces.reduce((sum, piece) => sum + piece.days, frozenDays);
  return addDays(lastDayAfterMonths(from, months), days);
}
