/**
 * A community with a long history, written straight into the tables: members of three habits, their check-ins, and what
 * follows from them by the product's own rules.
 */

import { PLAIN_DAYS } from '../../src/domain/day-rules.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { CHECK_IN_POINTS, milestoneBonus } from '../../src/domain/points.js';
import { EMPTY_TALLY, extendTally, type Tally } from '../../src/domain/streak.js';
import { DAY_MS, idsIn, LONG_AGO, membersOf, rowsOf, seedPeople } from './seed.js';
import type { Row, SideDoor } from './side-door.js';
import { type Community, FIRST_DAY, memberName } from './workload.js';

export interface History extends Community {
  /** The last one is the day before the first day of the runs. */
  readonly days: number;
  /** The share of members that check in on a day, about. */
  readonly rate: number;
}

/** How many check-ins it wrote. The database is migrated and empty. */
export async function generateHistory(door: SideDoor, history: History): Promise<number> {
  await seedPeople(door, history);
  const ledger = new Ledger(history);
  let checkIns = 0;
  for (let day = FIRST_DAY - history.days; day < FIRST_DAY; day++) {
    const present = [...membersOf(history)].filter((member) => checksIn(member, day, history.rate));
    checkIns += present.length;
    await door.insert(
      'check_in',
      rowsOf(present, (member) => ledger.checkIn(member, day)),
    );
    await door.insert('points_entry', ledger.entries(present, day as LocalDay));
    await door.insert('room_day', roomDays(present, day, history));
  }
  await door.insert(
    'membership',
    rowsOf(membersOf(history), (member) => ledger.membership(member)),
  );
  return checkIns;
}

/** Two in ten nearly always, three in ten now and then, the others hardly ever: 0.2225 of all at full rates. */
function checksIn(member: number, day: number, rate: number): boolean {
  const habit = member % 10;
  const share = habit < 2 ? 0.8 : habit < 5 ? 0.2 : 0.005;
  return scattered(member * 4_099 + day) < (share * rate) / 0.2225;
}

/** From 0 up to 1, always the same for the same number. */
function scattered(seed: number): number {
  let bits = Math.imul(seed ^ (seed >>> 16), 0x45d9f3b);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}

function* roomDays(present: readonly number[], day: number, history: History): Generator<Row> {
  const ids = idsIn(history, 0);
  const counts = new Map<number, number>();
  for (const member of present) counts.set(ids.roomOf(member), (counts.get(ids.roomOf(member)) ?? 0) + 1);
  for (const [room, count] of counts) yield { day, room_id: room, check_ins: count };
}

interface Standing {
  readonly tally: Tally;
  readonly points: number;
  readonly lastEntry: number | null;
  readonly lastCheckIn: number | null;
}

function instantOf(member: number, day: number): number {
  return day * DAY_MS + (member % 3_600_000);
}

const NOTHING: Standing = { tally: EMPTY_TALLY, points: 0, lastEntry: null, lastCheckIn: null };

/** Everybody's standing, and the entries that build it. */
class Ledger {
  readonly #ids: ReturnType<typeof idsIn>;
  readonly #standings: Standing[];
  #checkIns = 0;
  #entries = 0;

  constructor(history: History) {
    this.#ids = idsIn(history, 0);
    this.#standings = Array.from(membersOf(history), () => NOTHING);
  }

  checkIn(member: number, day: number): Row {
    const standing = this.#standing(member);
    const id = ++this.#checkIns;
    this.#standings[member] = { ...standing, lastCheckIn: id };
    const words = { evidence: 'text', content: `今天读书${(member * 31) % 97}页` };
    return { id, ...this.#key(member), day, at: instantOf(member, day), ...words, previous_id: standing.lastCheckIn };
  }

  *entries(present: readonly number[], day: LocalDay): Generator<Row> {
    for (const member of present) {
      const tally = extendTally(this.#standing(member).tally, day, PLAIN_DAYS);
      this.#standings[member] = { ...this.#standing(member), tally };
      yield this.#entry(member, day, { amount: CHECK_IN_POINTS, reason: 'check-in' });
      const bonus = milestoneBonus(tally.streak);
      if (bonus > 0) yield this.#entry(member, day, { amount: bonus, reason: 'milestone' });
    }
  }

  membership(member: number): Row {
    const { tally, points, lastEntry, lastCheckIn } = this.#standing(member);
    const { firstDay, lastDay, coveredTo, streak, best, total } = tally;
    const figures = { first_day: firstDay, last_day: lastDay, covered_to: coveredTo, streak, best, total, points };
    const ends = { last_entry_id: lastEntry, last_check_in_id: lastCheckIn };
    return { ...this.#key(member), name: memberName(member), joined_at: LONG_AGO, ...figures, ...ends };
  }

  #entry(member: number, day: number, { amount, reason }: { readonly amount: number; readonly reason: string }): Row {
    const standing = this.#standing(member);
    const id = ++this.#entries;
    const balance = standing.points + amount;
    this.#standings[member] = { ...standing, points: balance, lastEntry: id };
    const at = instantOf(member, day);
    return { id, ...this.#key(member), previous_id: standing.lastEntry, amount, balance, reason, day, at };
  }

  #standing(member: number): Standing {
    return this.#standings[member] ?? NOTHING;
  }

  #key(member: number) {
    return { room_id: this.#ids.roomOf(member), member_id: this.#ids.member(member) };
  }
}
