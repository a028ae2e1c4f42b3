/**
 * Draws: who may enter, how the list is written down, and in which order its numbers are drawn.
 *
 * The order follows from what is published alone, so anybody can work it out again; hashing is the caller's. Why it is
 * done in this way, and what it does not prevent: `.github/decisions/0016-draws-can-be-recomputed.md`.
 */

/** `sealed`: the list is closed and published, and the number that nobody here can know is waited for. */
export type DrawState = 'open' | 'sealed' | 'drawn' | 'cancelled';

/** Why an entry is not in the sealed list. `tag`: the tag that it took is no longer held. */
export type DropReason = 'left' | 'staff' | 'tag';

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

export interface MeasuredCondition {
  readonly measure: Measure;
  readonly atLeast: number;
}

/** A tag that one must have, at the entry and still when the list is sealed. */
export interface TagCondition {
  readonly tag: string;
}

export type DrawCondition = MeasuredCondition | TagCondition;

/** A condition that is not met, with what there is of it. */
export type Shortfall = (MeasuredCondition & { readonly has: number }) | TagCondition;

export function tagsAsked(conditions: readonly DrawCondition[]): readonly string[] {
  return conditions.flatMap((condition) => ('tag' in condition ? [condition.tag] : []));
}

/** `tags`: those of the conditions that the entrant has. */
export function shortfallsOf(
  conditions: readonly DrawCondition[],
  figures: EntrantFigures,
  tags: ReadonlySet<string>,
): readonly Shortfall[] {
  return conditions.flatMap((condition): readonly Shortfall[] => {
    if ('tag' in condition) return tags.has(condition.tag) ? [] : [condition];
    const has = figures[condition.measure];
    return has < condition.atLeast ? [{ ...condition, has }] : [];
  });
}

/** By the name of a tier, how many tickets an entry of somebody on it has; one for all others. */
export type DrawWeights = Readonly<Record<string, number>>;

export interface ListedEntry {
  readonly number: number;
  readonly code: string;
  /** How many tickets it has. */
  readonly weight: number;
}

/** What is fixed at the opening and belongs to the list. */
export interface DrawTerms {
  readonly id: number;
  readonly places: number;
  readonly commitment: string;
  readonly publicSource: string | null;
  /** Null where every entry has one ticket: then the list does not speak of them. */
  readonly weights: DrawWeights | null;
}

/** The sealed list as text, to be hashed as UTF-8. The one form: lines parted by U+000A, none after the last. */
export function formatDrawList(
  { id, places, commitment, publicSource, weights }: DrawTerms,
  entries: readonly ListedEntry[],
): string {
  return [
    weights === null ? 'zaoba-draw 1' : 'zaoba-draw 2',
    `draw ${id}`,
    `places ${places}`,
    `commitment ${commitment}`,
    ...(publicSource === null ? [] : [`public ${publicSource}`]),
    `entries ${entries.length}`,
    ...entries.map(({ number, code, weight }) =>
      weights === null ? `${number} ${code}` : `${number} ${code} ${weight}`,
    ),
  ].join('\n');
}

/** What a ticket of a number is hashed from, with the seed as key. `which`: 1 for its first ticket. */
export function ticketText(
  listHash: string,
  publicValue: string | null,
  { number, which }: { readonly number: number; readonly which: number },
): string {
  return `${listHash}\n${publicValue ?? ''}\n${which === 1 ? number : `${number}.${which}`}`;
}

/** All numbers, the first to be drawn first: each by the lowest of its tickets. `ticketOf` gives hexadecimal digits of one length. */
export function drawOrder(
  entries: readonly Pick<ListedEntry, 'number' | 'weight'>[],
  ticketOf: (number: number, which: number) => string,
): readonly number[] {
  return entries
    .map(({ number, weight }) => ({ number, ticket: lowestOf(weight, (which) => ticketOf(number, which)) }))
    .toSorted((a, b) => (a.ticket < b.ticket ? -1 : 1))
    .map(({ number }) => number);
}

function lowestOf(weight: number, ticketOf: (which: number) => string): string {
  const tickets = Array.from({ length: weight }, (_, index) => ticketOf(index + 1));
  return tickets.reduce((lowest, ticket) => (ticket < lowest ? ticket : lowest));
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
