/**
 * What people said that they should not have, what followed from it, and how far somebody is trusted after all. Written from
 * the product's own words; shares nothing with the bot.
 */

type Verdict = 'warned' | 'hidden' | 'proposed';

interface Offence {
  readonly person: string;
  readonly room: string;
  readonly at: number;
  readonly verdict: Verdict;
  /** Of some nothing comes but a reminder. */
  readonly counts: boolean;
  readonly forgiven: boolean;
  readonly appeal?: 'open' | 'decided';
}

const DAY_MS = 86_400_000;
/** Before a reminder can be heeded nothing goes further than one step. */
const HEEDED_MS = 2 * 60_000;
const APPEALABLE_MS = 30 * DAY_MS;
/** An offence counts half after so many days. */
const HALF_LIFE = 30;

const START = 60;
const MOST_BY_CHECK_INS = 20;
/** What each thing is worth when it happens, and after how many days half of that is left. */
const WORTH = { checkIn: [1, 30], paid: [8, 365], warned: [-10, 30], hidden: [-15, 45] } as const;

export interface Facts {
  readonly checkIns: readonly number[];
  readonly paid: readonly number[];
}

export class ConductBook {
  #offences: Offence[] = [];
  readonly #let = new Set<string>();

  /** Whom staff lets say what they like. */
  let(person: string, isLet: boolean): void {
    if (isLet) this.#let.add(person);
    else this.#let.delete(person);
  }

  isLet(person: string): boolean {
    return this.#let.has(person);
  }

  note(person: string, room: string, { at, counts }: { readonly at: number; readonly counts: boolean }): void {
    if (this.isLet(person)) return;
    const earlier = this.#standing(person).filter((one) => one.room === room);
    this.#offences.push({
      person,
      room,
      at,
      counts,
      forgiven: false,
      verdict: counts ? verdictAfter(earlier, at) : 'warned',
    });
  }

  #standing(person: string): Offence[] {
    return this.#offences.filter((one) => one.person === person && one.counts && !one.forgiven);
  }

  /** By person, those that stand and count, each with what followed from it. */
  lines(): string[] {
    return this.#offences.map(({ person, room, verdict, counts, forgiven }) =>
      [person, room, verdict, counts ? 'counts' : 'is told', forgiven ? 'forgiven' : 'stands'].join(),
    );
  }

  /** By hand, which never goes further. */
  warn(person: string, room: string, at: number): void {
    this.#offences.push({ person, room, at, verdict: 'warned', counts: true, forgiven: false });
  }

  /** None of them counts any more. */
  forgive(person: string, room: string): void {
    this.#change((one) => one.person === person && one.room === room, { forgiven: true });
  }

  /** To the latest of a month, wherever it was, and to each once. */
  object(person: string, now: number): void {
    const last = this.#offences.findLast((one) => one.person === person && !one.forgiven);
    if (last && last.appeal === undefined && now - last.at < APPEALABLE_MS)
      this.#change((one) => one === last, { appeal: 'open' });
  }

  /** What was objected to first is decided first. */
  decide(person: string, granted: boolean): void {
    const first = this.#offences.find((one) => one.person === person && one.appeal === 'open');
    this.#change((one) => one === first, { appeal: 'decided', ...(granted && { forgiven: true }) });
  }

  trustOf(person: string, { checkIns, paid }: Facts, now: number): number {
    const standing = this.#standing(person);
    const warned = standing.filter(({ verdict }) => verdict === 'warned').map(({ at }) => at);
    const hidden = standing.filter(({ verdict }) => verdict !== 'warned').map(({ at }) => at);
    const parts = [
      Math.min(MOST_BY_CHECK_INS, worth('checkIn', checkIns, now)),
      worth('paid', paid, now),
      worth('warned', warned, now),
      worth('hidden', hidden, now),
    ];
    const tenths = parts.reduce((sum, part) => sum + Math.round(part * 10), START * 10);
    return Math.round(Math.min(100, Math.max(0, tenths / 10)));
  }

  #change(which: (one: Offence) => boolean, change: Partial<Offence>): void {
    this.#offences = this.#offences.map((one) => (which(one) ? { ...one, ...change } : one));
  }
}

function verdictAfter(earlier: readonly Offence[], now: number): Verdict {
  const heeded = earlier.filter(({ at }) => now - at >= HEEDED_MS);
  const weight = heeded.reduce((sum, { at }) => sum + fade(now - at, HALF_LIFE), 1);
  if (weight >= 2.5) return 'proposed';
  return weight >= 1.5 || heeded.length < earlier.length ? 'hidden' : 'warned';
}

function worth(what: keyof typeof WORTH, moments: readonly number[], now: number): number {
  const [points, halfLife] = WORTH[what];
  return moments.reduce((sum, at) => sum + points * fade(now - at, halfLife), 0);
}

function fade(age: number, halfLife: number): number {
  return 0.5 ** (age / DAY_MS / halfLife);
}
