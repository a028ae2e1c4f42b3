/**
 * Draws: who may enter, how the list is written down, and in which order its numbers are drawn.
 *
 * The order follows from what is published alone, so anybody can work it out again; hashing is the caller's. Why it is
 * done in this way, and what it does not prevent: `.github/decisions/0016-draws-can-be-recomputed.md`.
 */

/** `sealed`: the list is closed and published, and the number that nobody here can know is waited for. */
export type DrawState = 'open' | 'sealed' | 'drawn' | 'cancelled';

/** Why an entry is not in the sealed list. */
export type DropReason = 'left' | 'staff';

/** `replaced`: had won, and another one drawn for it. `passed`: its turn came and it could not win. */
export type WinnerState = 'won' | 'replaced' | 'passed';

export const DRAW_LIMITS = { places: 100, name: 20, prize: 40, points: 10_000, publicSource: 40 } as const;

/** Of the member in the room, at the moment of entering. */
export interface EntrantFigures {
  /** On days of this week, from Monday on. */
  readonly weekCheckIns: number;
  readonly checkIns: number;
  readonly streak: number;
  /** Whole days since joining. */
  readonly daysHere: number;
}

export type Measure = keyof EntrantFigures;

export interface DrawCondition {
  readonly measure: Measure;
  readonly atLeast: number;
}

/** A condition that is not met, with what there is of it. */
export interface Shortfall extends DrawCondition {
  readonly has: number;
}

export function shortfallsOf(conditions: readonly DrawCondition[], figures: EntrantFigures): readonly Shortfall[] {
  return conditions
    .map((condition) => ({ ...condition, has: figures[condition.measure] }))
    .filter(({ has, atLeast }) => has < atLeast);
}

export interface ListedEntry {
  readonly number: number;
  readonly code: string;
}

/** What is fixed at the opening and belongs to the list. */
export interface DrawTerms {
  readonly id: number;
  readonly places: number;
  readonly commitment: string;
  readonly publicSource: string | null;
}

/** The sealed list as text, to be hashed as UTF-8. The one form: lines parted by U+000A, none after the last. */
export function formatDrawList(
  { id, places, commitment, publicSource }: DrawTerms,
  entries: readonly ListedEntry[],
): string {
  return [
    'zaoba-draw 1',
    `draw ${id}`,
    `places ${places}`,
    `commitment ${commitment}`,
    ...(publicSource === null ? [] : [`public ${publicSource}`]),
    `entries ${entries.length}`,
    ...entries.map(({ number, code }) => `${number} ${code}`),
  ].join('\n');
}

/** What the ticket of a number is hashed from, with the seed as key. */
export function ticketText(listHash: string, publicValue: string | null, number: number): string {
  return `${listHash}\n${publicValue ?? ''}\n${number}`;
}

/** All numbers, the first to be drawn first. `ticketOf` gives hexadecimal digits of one length. */
export function drawOrder(numbers: readonly number[], ticketOf: (number: number) => string): readonly number[] {
  return numbers
    .map((number) => ({ number, ticket: ticketOf(number) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ number }) => number);
}

/** The list with everything that opens it: what `npm run draw-check` reads. */
export function formatDrawProof(list: string, drawn: DrawnValues): string {
  const { listHash, seed, publicValue, order } = drawn;
  return [
    list,
    '---',
    `list ${listHash}`,
    `seed ${seed}`,
    ...(publicValue === null ? [] : [`value ${publicValue}`]),
    `drawn ${order.join(' ')}`,
  ].join('\n');
}

export interface DrawnValues {
  readonly listHash: string;
  readonly seed: string;
  readonly publicValue: string | null;
  /** Numbers in the order in which they were drawn. */
  readonly order: readonly number[];
}
