/**
 * What members' figures have to be, walked day by day over everything that was ever said. It shares nothing with the code:
 * no tally is carried on, nothing is counted as a difference.
 */

/** What each length of a run brings beyond ten points a day, as the rules say. */
const BONUS: Readonly<Record<number, number>> = { 3: 5, 7: 20, 14: 30, 21: 50, 30: 80, 60: 150, 100: 300 };
const MOST_FREEZES = 2;

export interface Figures {
  readonly firstDay: number | null;
  readonly lastDay: number | null;
  readonly coveredTo: number | null;
  readonly streak: number;
  readonly best: number;
  readonly total: number;
  readonly freezes: number;
  readonly balance: number;
}

export class RoomModel {
  closedThrough: number;
  readonly protectedDays = new Set<number>();
  readonly factors = new Map<number, number>();
  /** From which day on how many days in a row earn a freeze. */
  readonly rules: Array<readonly [from: number, every: number]> = [];

  constructor(firstDay: number, every: number) {
    this.closedThrough = firstDay - 1;
    this.rules.push([firstDay, every]);
  }

  every(day: number): number {
    const before = this.rules.filter(([from]) => from <= day);
    const latest = Math.max(...before.map(([from]) => from));
    return before.filter(([from]) => from === latest).at(-1)?.[1] ?? 0;
  }
}

export interface ModelCheckIn {
  readonly source: string | null;
  /** `YYYY-MM` of the day on which it was said. */
  readonly saidIn: string;
}

export class MemberModel {
  readonly checkIns = new Map<number, ModelCheckIn>();
  readonly leave = new Set<number>();
  readonly #room: RoomModel;

  constructor(room: RoomModel) {
    this.#room = room;
  }

  /** Make-ups that stand, of those said in that month. */
  used(month: string): number {
    return [...this.checkIns.values()].filter(({ source, saidIn }) => source === 'make-up' && saidIn === month).length;
  }

  figures(): Figures {
    const days = [...this.checkIns.keys()].toSorted((a, b) => a - b);
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return NOTHING;
    const walk = { streak: 0, best: 0, freezes: 0, balance: 0, coveredTo: first, runs: false, lastRun: 0 };
    for (let day = first; day <= Math.max(last, this.#room.closedThrough); day++) this.#pass(walk, day);
    const { lastRun, best, freezes, balance, coveredTo } = walk;
    return { firstDay: first, lastDay: last, coveredTo, streak: lastRun, best, total: days.length, freezes, balance };
  }

  #pass(walk: Walk, day: number): void {
    if (this.checkIns.has(day)) return this.#checkIn(walk, day);
    if (!walk.runs) return;
    const isExcused = this.leave.has(day) || this.#room.protectedDays.has(day);
    walk.runs = isExcused || walk.freezes > 0;
    if (!walk.runs) return;
    if (!isExcused) walk.freezes -= 1;
    walk.coveredTo = day;
  }

  #checkIn(walk: Walk, day: number): void {
    walk.streak = walk.runs ? walk.streak + 1 : 1;
    walk.runs = true;
    walk.best = Math.max(walk.best, walk.streak);
    walk.balance += 10 * (this.#room.factors.get(day) ?? 1) + (BONUS[walk.streak] ?? 0);
    const every = this.#room.every(day);
    if (every > 0 && walk.streak % every === 0) walk.freezes = Math.min(MOST_FREEZES, walk.freezes + 1);
    walk.coveredTo = day;
    walk.lastRun = walk.streak;
  }

  /** The streak that is held on `today`. */
  heldOn(today: number): number {
    const { coveredTo, streak } = this.figures();
    return coveredTo !== null && coveredTo >= today - 1 ? streak : 0;
  }
}

interface Walk {
  streak: number;
  best: number;
  freezes: number;
  balance: number;
  coveredTo: number;
  /** Whether the streak has not ended. */
  runs: boolean;
  /** The length of the run as of the last check-in. */
  lastRun: number;
}

const NOTHING: Figures = {
  firstDay: null,
  lastDay: null,
  coveredTo: null,
  streak: 0,
  best: 0,
  total: 0,
  freezes: 0,
  balance: 0,
};
