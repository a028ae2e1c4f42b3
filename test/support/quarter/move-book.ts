/**
 * On which way everybody is: in, from the day they paid, or back, once what they paid for is over; with the tag that says so
 * and the record that comes along. Written from the product's own words; shares nothing with the bot.
 */

import type { Cover } from './card-strip.js';
import type { Quarter } from './quarter.js';
import type { Character, Place } from './town.js';
import { keyOf } from './whereabouts.js';

interface Way {
  readonly way: 'in' | 'back';
  /** In the room that the way leads to, or out of the one that it leads from. */
  readonly arrived: boolean;
  /** When the way back begins. */
  readonly backAt?: number;
}

const MINUTE = 60_000;
/** Time to put a mistake right before anybody notices. */
const SECOND_THOUGHTS = 10 * MINUTE;
const GRACE_DAYS = 3;

export class MoveBook {
  readonly #ways = new Map<string, Way>();
  readonly #lapsed = new Set<string>();

  /** In the moment of an order. */
  paid(quarter: Quarter, person: Character): void {
    const { stage, tags, study } = quarter;
    const { platformId, course, trial } = person;
    const before = this.#ways.get(keyOf(person));
    const isThere = stage.rooms.isIn(person, course.paid);
    if (before?.way === 'in' && before.backAt === undefined && (!before.arrived || isThere)) return;
    this.#ways.set(keyOf(person), { way: 'in', arrived: isThere });
    tags.take(platformId, `${course.name}体验`, 'move', stage.now);
    tags.give(platformId, `${course.name}付费`, { source: 'move', now: stage.now });
    if (isThere) study.carry(platformId, trial.platformId, course.paid.platformId);
  }

  /** Money went back on that day, and nothing is left to learn on. */
  withdrawn(quarter: Quarter, person: Character, day: number): void {
    const cover = quarter.cards.coverOf(keyOf(person));
    if (!cover || quarter.cards.runs(keyOf(person), day)) return;
    // That end is dealt with, and what other orders had brought ends with it.
    this.#lapsed.add(endOf(person, cover));
    quarter.entitlements.lapse(keyOf(person));
    this.#turnBack(quarter, person, SECOND_THOUGHTS);
  }

  /** An order had been a mistake. A former card that is over ends in its own time. */
  mistaken(quarter: Quarter, person: Character): void {
    const cover = quarter.cards.coverOf(keyOf(person));
    if (!cover || this.#isLapsed(person, cover)) this.#turnBack(quarter, person, SECOND_THOUGHTS);
  }

  #isLapsed(person: Character, cover: Cover): boolean {
    return this.#lapsed.has(endOf(person, cover));
  }

  /** Of the morning: cards whose days of grace are over, in the room where they are looked after. */
  lapse(quarter: Quarter, rooms: readonly Place[]): void {
    for (const person of quarter.town.people.filter((one) => rooms.includes(homeOf(quarter, one)))) {
      const cover = quarter.cards.coverOf(keyOf(person));
      if (!cover || cover.frozenOn !== null || cover.through === null) continue;
      const isOver = quarter.today - cover.through > GRACE_DAYS;
      if (!isOver || this.#isLapsed(person, cover)) continue;
      this.#lapsed.add(endOf(person, cover));
      quarter.entitlements.lapse(keyOf(person));
      this.#turnBack(quarter, person, 0);
    }
  }

  came(quarter: Quarter, person: Character, place: Place): void {
    const way = this.#ways.get(keyOf(person));
    const { course, platformId, trial } = person;
    if (!way || place !== course.paid) return;
    if (way.way === 'back' && !quarter.cards.runs(keyOf(person), quarter.today))
      this.#ways.set(keyOf(person), { ...way, backAt: quarter.stage.now + SECOND_THOUGHTS });
    if (way.way === 'back' || way.arrived) return;
    this.#ways.set(keyOf(person), { ...way, arrived: true });
    quarter.study.carry(platformId, trial.platformId, place.platformId);
  }

  went(quarter: Quarter, person: Character, place: Place): void {
    const way = this.#ways.get(keyOf(person));
    if (way?.way !== 'back' || place !== person.course.paid || way.arrived) return;
    this.#ways.set(keyOf(person), { ...way, arrived: true });
    this.#carryBack(quarter, person);
  }

  /** Whoever's time has come is on the way back. */
  tick(quarter: Quarter): void {
    for (const person of quarter.town.people) {
      const way = this.#ways.get(keyOf(person));
      if (way?.backAt !== undefined && way.backAt <= quarter.stage.now) this.#goBack(quarter, person);
    }
  }

  #turnBack({ stage }: Quarter, person: Character, after: number): void {
    const way = this.#ways.get(keyOf(person));
    if (way?.way === 'in') this.#ways.set(keyOf(person), { ...way, backAt: stage.now + after });
  }

  #goBack(quarter: Quarter, person: Character): void {
    const { stage, tags } = quarter;
    const { platformId, course, trial } = person;
    const isThere = stage.rooms.isIn(person, course.paid);
    this.#ways.set(keyOf(person), { way: 'back', arrived: !isThere });
    tags.take(platformId, `${course.name}付费`, 'move', stage.now);
    if (stage.rooms.isIn(person, trial))
      tags.give(platformId, `${course.name}体验`, { source: 'move', now: stage.now });
    if (!isThere) this.#carryBack(quarter, person);
  }

  #carryBack({ stage, study }: Quarter, person: Character): void {
    const { platformId, course, trial } = person;
    if (stage.rooms.isIn(person, trial)) study.carry(platformId, course.paid.platformId, trial.platformId);
  }
}

function endOf(person: Character, { from, through }: Cover): string {
  return `${keyOf(person)} ${from} ${through}`;
}

/** Where they learn, the paid room before others; who is nowhere belongs to the paid room, too. */
function homeOf({ stage, town }: Quarter, person: Character): Place {
  const { paid, trials } = person.course;
  const core = person.course === town.courses[0] ? [town.coreRoom] : [];
  return [paid, ...core, ...trials].find((place) => stage.rooms.isIn(person, place)) ?? paid;
}
