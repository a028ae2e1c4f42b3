/** People with random rooms, figures, tags, tiers, cards and orders: as a model in memory, and as rows. */

import type { AccountId, CourseId, MemberId, RoomId } from '../../../src/domain/ids.js';
import { addDays, type LocalDay } from '../../../src/domain/local-day.js';
import type { Tx } from '../../../src/storage/database.js';
import { pick } from '../faults/scale.js';

export const TODAY = 20_500 as LocalDay;
/** Noon of that day in UTC, which is the zone of this world. */
export const NOW = TODAY * 86_400_000 + 43_200_000;
export const TAGS = ['英语', '活跃', '员工'] as const;
export const TIERS = ['bronze', 'silver', 'gold'] as const;

export interface Seat {
  readonly room: number;
  readonly left: boolean;
  readonly joinedDay: LocalDay;
  readonly lastDay: LocalDay | null;
  readonly coveredTo: LocalDay | null;
  readonly streak: number;
  readonly best: number;
  readonly total: number;
  readonly points: number;
  /** Of what was earned, below zero; with what was given back of it. */
  readonly spent: number;
}

export interface Person {
  readonly id: MemberId;
  readonly seats: readonly Seat[];
  readonly tags: ReadonlyArray<{ readonly tag: string; readonly removed: boolean; readonly expiresAt: number | null }>;
  readonly tier: string | undefined;
  readonly class: string | undefined;
  readonly grade: string | undefined;
  readonly card: Card | undefined;
  readonly orders: ReadonlyArray<{
    readonly state: 'pending' | 'paid' | 'refunded';
    readonly amount: number;
    readonly refunded: number;
  }>;
}

export interface Card {
  readonly kind: 'month' | 'year' | 'lifetime';
  readonly from: LocalDay;
  readonly through: LocalDay | null;
  readonly frozenOn: LocalDay | null;
}

export interface World {
  readonly accountId: AccountId;
  readonly rooms: readonly RoomId[];
  readonly courses: readonly CourseId[];
  readonly people: readonly Person[];
}

type Draft = Omit<Person, 'id'>;

function some<T>(random: () => number, most: number, make: (index: number) => T): T[] {
  return Array.from({ length: Math.floor(random() * (most + 1)) }, (_, index) => make(index));
}

function upTo(random: () => number, most: number): number {
  return Math.floor(random() * (most + 1));
}

function makeSeat(random: () => number, room: number): Seat {
  const total = upTo(random, 40);
  const lastDay = total === 0 ? null : addDays(TODAY, -upTo(random, 40));
  const spent = -upTo(random, 30);
  return {
    room,
    left: random() < 0.2,
    joinedDay: addDays(TODAY, -upTo(random, 60)),
    lastDay,
    coveredTo: lastDay === null ? null : addDays(lastDay, upTo(random, 2)),
    streak: upTo(random, total),
    best: upTo(random, total),
    total,
    points: total * 10 + spent - (random() < 0.1 ? 60 : 0),
    spent,
  };
}

export function makePerson(random: () => number): Draft {
  const paid = some(random, 2, () => ({
    state: pick(random, ['pending', 'paid', 'refunded'] as const),
    amount: upTo(random, 30_000),
  }));
  return {
    seats: [0, 1, 2].filter(() => random() < 0.5).map((room) => makeSeat(random, room)),
    tags: TAGS.filter(() => random() < 0.4).map((tag) => ({
      tag,
      removed: random() < 0.25,
      expiresAt: random() < 0.3 ? NOW + pick(random, [-1, 0, 1]) : null,
    })),
    tier: random() < 0.6 ? pick(random, TIERS) : undefined,
    class: random() < 0.7 ? pick(random, ['key', 'potential', 'ordinary', 'random']) : undefined,
    grade: random() < 0.7 ? pick(random, ['A', 'B', 'C', 'D']) : undefined,
    card: random() < 0.6 ? makeCard(random) : undefined,
    orders: paid.map((order) => ({ ...order, refunded: order.state === 'refunded' ? order.amount : 0 })),
  };
}

function makeCard(random: () => number): Card {
  const kind = pick(random, ['month', 'year', 'lifetime'] as const);
  const from = addDays(TODAY, -upTo(random, 40) + 2);
  const through = kind === 'lifetime' ? null : addDays(from, upTo(random, 45));
  return { kind, from, through, frozenOn: random() < 0.2 ? addDays(TODAY, -1) : null };
}

export async function saveWorld(tx: Tx, drafts: readonly Draft[]): Promise<World> {
  const { id: accountId } = await tx
    .insertInto('account')
    .values({ name: 'c', created_at: 0 })
    .returning('id')
    .executeTakeFirstOrThrow();
  const courses = await saveCourses(tx);
  const rooms: RoomId[] = [];
  for (const index of [0, 1, 2]) {
    const room = {
      account_id: accountId,
      topic: `R${index}`,
      kind: 'paid',
      course_id: courses[index % 2] ?? null,
    } as const;
    rooms.push((await tx.insertInto('room').values(room).returning('id').executeTakeFirstOrThrow()).id);
  }
  const people: Person[] = [];
  for (const [index, draft] of drafts.entries()) {
    const { id } = await tx
      .insertInto('member')
      .values({ name: `m${index}`, created_at: 0 })
      .returning('id')
      .executeTakeFirstOrThrow();
    people.push({ ...draft, id });
    await savePerson(tx, { id, ...draft }, { accountId, rooms, courses, people });
  }
  return { accountId, rooms, courses, people };
}

async function saveCourses(tx: Tx): Promise<CourseId[]> {
  const names = ['X1', 'X2'].map((name) => ({ name, title: name, updated_at: 0 }));
  return (await tx.insertInto('course').values(names).returning('id').execute()).map(({ id }) => id);
}

async function savePerson(tx: Tx, person: Person, world: World): Promise<void> {
  const { accountId, rooms, courses } = world;
  const { id: member_id } = person;
  for (const seat of person.seats) {
    const room_id = rooms[seat.room];
    if (room_id === undefined) continue;
    const { streak, best, total, points, spent } = seat;
    const days = { last_day: seat.lastDay, covered_to: seat.coveredTo };
    const joined_at = seat.joinedDay * 86_400_000 + 60_000;
    const row = {
      room_id,
      member_id,
      name: `m${member_id}`,
      joined_at,
      left_at: seat.left ? NOW : null,
      streak,
      best,
      total,
      points,
      ...days,
    };
    await tx.insertInto('membership').values(row).execute();
    const entry = { room_id, member_id, balance: 0, day: TODAY, at: NOW } as const;
    await tx
      .insertInto('points_entry')
      .values([
        { ...entry, amount: spent - 5, reason: 'redeem', ref: 'redemption:1' },
        { ...entry, amount: 5, reason: 'reversal', ref: 'redeem redemption:1' },
        { ...entry, amount: -7, reason: 'reversal', ref: 'quiz quiz:1' },
      ])
      .execute();
  }
  const key = { account_id: accountId, member_id };
  for (const { tag, removed, expiresAt } of person.tags) {
    const state = removed ? ({ removed_at: NOW, removed_by: 'manual' } as const) : {};
    await tx
      .insertInto('member_tag')
      .values({ ...key, tag, source: 'manual', since_at: 0, expires_at: expiresAt, ...state })
      .execute();
  }
  if (person.tier)
    await tx
      .insertInto('member_tier')
      .values({ ...key, tier: person.tier, how: 'rule', since_at: 0 })
      .execute();
  if (person.class)
    await tx
      .insertInto('member_class')
      .values({ ...key, axis: 'class', value: person.class, facts: '{}', at: 0 })
      .execute();
  if (person.grade)
    await tx
      .insertInto('member_class')
      .values({ ...key, axis: 'grade', value: person.grade, facts: '{}', at: 0 })
      .execute();
  const [course_id] = courses;
  if (course_id === undefined) return;
  const { card } = person;
  if (card) {
    const days = { from_day: card.from, through_day: card.through, frozen_on: card.frozenOn };
    await tx
      .insertInto('member_card')
      .values({ member_id, course_id, kind: card.kind, ...days, updated_at: 0 })
      .execute();
  }
  for (const order of person.orders)
    await tx
      .insertInto('sales_order')
      .values({ ...key, course_id, kind: 'month', source: 'staff', created_at: 0, ...order })
      .execute();
}
