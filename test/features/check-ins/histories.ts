/**
 * Random histories of check-ins through the real code, compared with a model that counts them by hand.
 *
 * The model shares nothing with the code: it keeps a set of dates as text and walks over it with temporal.
 */

import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { MembershipKey, RoomId } from '../../../src/domain/ids.js';
import { rank } from '../../../src/domain/leaderboard.js';
import type { LocalDay } from '../../../src/domain/local-day.js';
import { localMomentOf } from '../../../src/domain/local-time.js';
import { moveCheckIn, recordCheckIn } from '../../../src/kit/standing.js';
import { findOrAddAccount } from '../../../src/storage/accounts.js';
import { listContenders } from '../../../src/storage/boards.js';
import { findCheckIn } from '../../../src/storage/check-ins.js';
import type { Database, Tx } from '../../../src/storage/database.js';
import { findOrAddMember } from '../../../src/storage/members.js';
import { markPresent } from '../../../src/storage/presence.js';
import { findOrAddRoom } from '../../../src/storage/seen-rooms.js';
import { readStanding } from '../../../src/storage/standings.js';

/** Before which the word of the small hours may put a check-in to the day before. */
const CUTOFF = 120;
const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
/** The ends of months and years, 29 February, the nights when clocks change, the day that Samoa left out. */
const EDGES = ['2025-12-18', '2026-02-14', '2028-02-20', '2026-03-01', '2026-10-18', '2026-03-20', '2011-12-16'];
/** What each length of a run brings beyond ten points a day, as the rules say. */
const BONUS: Readonly<Record<number, number>> = { 3: 5, 7: 20, 14: 30, 21: 50, 30: 80, 60: 150, 100: 300 };

interface Step {
  readonly dayOffset: number;
  readonly minute: number;
  /** Says afterwards that it was meant for the day before. */
  readonly move: boolean;
}

/** Minutes of the small hours come often, for the sake of the moves. */
const minute = fc.oneof(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 0, max: 150 }));
const scattered = fc.array(fc.record({ dayOffset: fc.nat(30), minute, move: fc.boolean() }), { maxLength: 7 });
/** A run of days in which some neighbours arrive in the wrong order and some days are missing. */
const dense = fc
  .array(fc.record({ skip: fc.nat(12), swap: fc.boolean(), minute, move: fc.nat(5) }), { minLength: 3, maxLength: 34 })
  .map((parts) => {
    const steps: Step[] = parts.flatMap((part, index) =>
      part.skip === 0 ? [] : [{ dayOffset: index, minute: part.minute, move: part.move === 0 }],
    );
    for (let index = 0; index + 1 < steps.length; index += 2)
      if (parts[index]?.swap) steps.splice(index, 2, ...steps.slice(index, index + 2).toReversed());
    return steps;
  });
const history = fc.oneof({ weight: 9, arbitrary: scattered }, { weight: 1, arbitrary: dense });
const MEMBERS_A_ROOM = 20;
const community = fc.record({
  zone: fc.constantFrom(...ZONES),
  edge: fc.constantFrom(...EDGES),
  histories: fc.array(history, { minLength: MEMBERS_A_ROOM, maxLength: MEMBERS_A_ROOM }),
  boardOffset: fc.nat(36),
});
type Community = typeof community extends fc.Arbitrary<infer T> ? T : never;

/** What is wrong, in words; an empty list when nothing is. */
export async function historyFaults(database: Database, count: number, seed: number): Promise<string[]> {
  const faults: string[] = [];
  const rooms = Math.ceil(count / MEMBERS_A_ROOM);
  for (const [index, one] of fc.sample(community, { seed, numRuns: rooms }).entries()) {
    faults.push(...(await database.transaction((tx) => roomFaults(tx, one, index))));
  }
  return faults.map((fault) => `seed ${seed}: ${fault}`);
}

async function roomFaults(tx: Tx, { zone, edge, histories, boardOffset }: Community, index: number): Promise<string[]> {
  const account = await findOrAddAccount(tx, 'histories', 0);
  const { id: roomId } = await findOrAddRoom(tx, account.id, { platformId: `room-${index}`, topic: zone });
  const members: Model[] = [];
  for (let member = 0; member < histories.length; member++) {
    const person = { platformId: `wx-${index}-${member}`, name: `成员${member}` };
    const { id: memberId } = await findOrAddMember(tx, account.id, person, 0);
    await markPresent(tx, { roomId, memberId }, person.name, 0);
    members.push(new Model({ roomId, memberId }, zone, Temporal.PlainDate.from(edge)));
  }
  const longest = Math.max(...histories.map((steps) => steps.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const [member, model] of members.entries()) {
      const step = histories[member]?.[turn];
      if (step) await model.live(tx, step);
    }
  }
  const today = Temporal.PlainDate.from(edge).add({ days: boardOffset });
  const faults = await Promise.all(members.map((model) => model.faults(tx)));
  return [
    ...faults.flat(),
    ...(await boardFaults(tx, roomId, members, today)),
    ...(await countFaults(tx, roomId, members)),
  ];
}

class Model {
  readonly key: MembershipKey;
  readonly #zone: string;
  readonly #from: Temporal.PlainDate;
  /** Dates as text, each with the instant of its check-in. */
  readonly days = new Map<string, number>();
  readonly #wrong: string[] = [];

  constructor(key: MembershipKey, zone: string, from: Temporal.PlainDate) {
    this.key = key;
    this.#zone = zone;
    this.#from = from;
  }

  async live(tx: Tx, { dayOffset, minute: at, move }: Step): Promise<void> {
    const plainTime = { hour: Math.floor(at / 60), minute: at % 60 };
    const moment = this.#from.add({ days: dayOffset }).toZonedDateTime({ timeZone: this.#zone, plainTime });
    const date = moment.toPlainDate();
    const instant = moment.epochMilliseconds;
    const { day } = localMomentOf(instant, this.#zone);
    const { added } = await recordCheckIn(tx, this.key, { day, at: instant, evidence: 'none', content: '' }, instant);
    if (added === this.days.has(date.toString())) this.#wrong.push(`${date.toString()} added ${added}`);
    if (!this.days.has(date.toString())) this.days.set(date.toString(), instant);
    if (move) await this.#moveToYesterday(tx, date);
  }

  async #moveToYesterday(tx: Tx, date: Temporal.PlainDate): Promise<void> {
    const yesterday = date.subtract({ days: 1 });
    const instant = this.days.get(date.toString()) ?? 0;
    const clock = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(this.#zone);
    const isSmallHours = clock.toPlainDate().equals(date) && clock.hour * 60 + clock.minute < CUTOFF;
    if (!isSmallHours || this.days.has(yesterday.toString())) return;
    const from = await findCheckIn(tx, this.key, dayNumber(date));
    if (!from) return void this.#wrong.push(`${date.toString()} is missing`);
    await moveCheckIn(tx, this.key, { from, to: dayNumber(yesterday), now: instant });
    this.days.delete(date.toString());
    this.days.set(yesterday.toString(), instant);
  }

  /** Lengths of the runs of days, the last one last. */
  runs(): number[] {
    const dates = [...this.days.keys()].toSorted().map((text) => Temporal.PlainDate.from(text));
    const runs: number[] = [];
    for (const [index, date] of dates.entries()) {
      const follows = index > 0 && dates[index - 1]?.add({ days: 1 }).equals(date) === true;
      if (follows) runs.push((runs.pop() ?? 0) + 1);
      else runs.push(1);
    }
    return runs;
  }

  last(): Temporal.PlainDate | undefined {
    const last = [...this.days.keys()].toSorted().at(-1);
    return last === undefined ? undefined : Temporal.PlainDate.from(last);
  }

  points(): number {
    return this.runs().reduce((sum, length) => {
      const reached = Object.entries(BONUS).filter(([days]) => Number(days) <= length);
      return sum + 10 * length + reached.reduce((bonus, [, value]) => bonus + value, 0);
    }, 0);
  }

  async faults(tx: Tx): Promise<string[]> {
    const runs = this.runs();
    const sorted = [...this.days.keys()].toSorted();
    const wanted = {
      firstDay: sorted[0] === undefined ? null : dayNumber(Temporal.PlainDate.from(sorted[0])),
      lastDay: this.last() === undefined ? null : dayNumber(this.last() as Temporal.PlainDate),
      streak: runs.at(-1) ?? 0,
      best: Math.max(0, ...runs),
      total: this.days.size,
      balance: this.points(),
    };
    const { lastEntryId, ...standing } = await readStanding(tx, this.key);
    const same = Object.entries(wanted).every(([name, value]) => standing[name as keyof typeof wanted] === value);
    const wrong = same ? [] : [`${JSON.stringify(standing)} and not ${JSON.stringify(wanted)}, ${sorted.join(' ')}`];
    return [...this.#wrong, ...wrong, ...(await this.#ledgerFaults(tx, lastEntryId))];
  }

  async #ledgerFaults(tx: Tx, lastEntryId: number | null): Promise<string[]> {
    const entries = await tx
      .selectFrom('points_entry')
      .select(['id', 'previous_id', 'amount', 'balance'])
      .where('room_id', '=', this.key.roomId)
      .where('member_id', '=', this.key.memberId)
      .orderBy('id')
      .execute();
    let sum = 0;
    const wrong = entries.flatMap((entry, index) => {
      sum += entry.amount;
      const isChained = entry.previous_id === (entries[index - 1]?.id ?? null) && entry.balance === sum;
      return isChained ? [] : [`entry ${entry.id} breaks the chain`];
    });
    if (sum !== this.points()) wrong.push(`the ledger sums to ${sum} and not to ${this.points()}`);
    if ((entries.at(-1)?.id ?? null) !== lastEntryId) wrong.push('the membership does not name the last entry');
    return wrong;
  }
}

async function boardFaults(
  tx: Tx,
  roomId: RoomId,
  members: readonly Model[],
  today: Temporal.PlainDate,
): Promise<string[]> {
  const wanted = members
    .filter((model) => model.days.size > 0)
    .map((model) => ({ id: model.key.memberId, streak: streakOn(model, today), total: model.days.size }))
    .toSorted((a, b) => b.streak - a.streak || b.total - a.total || a.id - b.id)
    .map((one) => `${one.id} ${one.streak} ${one.total}`);
  const board = rank(await listContenders(tx, roomId, dayNumber(today)));
  const found = board.map((one) => `${one.memberId} ${one.streak} ${one.total}`);
  return found.join() === wanted.join() ? [] : [`the board is ${found.join()} and not ${wanted.join()}`];
}

/** A streak is held until the day after its last day is over. */
function streakOn(model: Model, today: Temporal.PlainDate): number {
  const last = model.last();
  const isOver = last === undefined || Temporal.PlainDate.compare(last.add({ days: 1 }), today) < 0;
  return isOver ? 0 : (model.runs().at(-1) ?? 0);
}

async function countFaults(tx: Tx, roomId: RoomId, members: readonly Model[]): Promise<string[]> {
  const wanted = new Map<number, number>();
  for (const date of members.flatMap((model) => [...model.days.keys()])) {
    const day = dayNumber(Temporal.PlainDate.from(date));
    wanted.set(day, (wanted.get(day) ?? 0) + 1);
  }
  const rows = await tx.selectFrom('room_day').select(['day', 'check_ins']).where('room_id', '=', roomId).execute();
  const found = rows.filter((row) => row.check_ins !== 0);
  const wrong = found
    .filter((row) => wanted.get(row.day) !== row.check_ins)
    .map((row) => `day ${row.day} counts ${row.check_ins}`);
  return found.length === wanted.size ? wrong : [...wrong, `${found.length} days are counted and not ${wanted.size}`];
}

function dayNumber(date: Temporal.PlainDate): LocalDay {
  return Temporal.PlainDate.from('1970-01-01').until(date, { largestUnit: 'days' }).days as LocalDay;
}
