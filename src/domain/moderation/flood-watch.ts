/**
 * Who says too much at once, or the same again and again. Kept in the memory of the process: a restart forgets seconds, and
 * nothing is written for talk.
 */

export interface SaidLine {
  readonly who: string;
  readonly messageId: string;
  /** Folded, so that the same in other clothes is the same. */
  readonly text: string;
  readonly at: number;
}

export type Flood = 'lines' | 'repeats';

/** Lines of one person within a minute. */
const MOST_LINES_A_MINUTE = 15;
/** The same line within five minutes. */
const MOST_REPEATS = 3;
const REPEATS_WITHIN_MS = 5 * 60_000;
const LINES_WITHIN_MS = 60_000;
/** What is shorter is said again and again by everybody. */
const SHORTEST_REPEATED = 6;
/** More than is too much, so that a flood is told once and not again. */
const MOST_KEPT = 4 * MOST_LINES_A_MINUTE;
const MOST_PEOPLE = 5_000;

export class FloodWatch {
  /** Whoever spoke last is last. */
  readonly #people = new Map<string, SaidLine[]>();

  /** Undefined while it is not too much. A message that is heard twice counts once, and each flood is told once. */
  hear(line: SaidLine): Flood | undefined {
    const recent = (this.#people.get(line.who) ?? []).filter(({ at }) => line.at - at < REPEATS_WITHIN_MS);
    if (!recent.some(({ messageId }) => messageId === line.messageId)) recent.push(line);
    const flood = floodIn(recent, line);
    this.#keep(line.who, recent.slice(-MOST_KEPT));
    return flood;
  }

  #keep(who: string, recent: SaidLine[]): void {
    this.#people.delete(who);
    this.#people.set(who, recent);
    const [first] = this.#people.keys();
    if (this.#people.size > MOST_PEOPLE && first !== undefined) this.#people.delete(first);
  }
}

/** At the first line that is too much, and not again for each that follows. */
function floodIn(recent: readonly SaidLine[], line: SaidLine): Flood | undefined {
  const inMinute = recent.filter(({ at }) => line.at - at < LINES_WITHIN_MS);
  if (inMinute.length === MOST_LINES_A_MINUTE + 1) return 'lines';
  if (line.text.length < SHORTEST_REPEATED) return undefined;
  const same = recent.filter(({ text }) => text === line.text);
  return same.length === MOST_REPEATS + 1 ? 'repeats' : undefined;
}
