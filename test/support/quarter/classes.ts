/** Who is worth how much time: judged each morning, and now and then staff knows better, or thinks better of that. */

import { pick } from '../faults/scale.js';
import type { Class, ClassFacts, Grade } from './class-book.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { keyOf, placeOf, presentIn } from './whereabouts.js';

const DECIDED = 0.006;
const LEFT = 0.02;
const MISTAKES = 0.2;
const WORDS: readonly [Class | Grade, ...(Class | Grade)[]] = ['重点', '潜力', '一般', '随机', 'A', 'B', 'C', 'D'];

/** Everybody who is in one of the rooms. */
export function classAll(quarter: Quarter, rooms: readonly Place[]): void {
  for (const person of presentIn(quarter, rooms)) quarter.classes.judge(person.platformId, factsOf(quarter, person));
}

function factsOf({ study, cards, orders: book, today }: Quarter, person: Character): ClassFacts {
  const { platformId } = person;
  const days = (span: number) => study.daysSince(platformId, today + 1 - span);
  const hasCard = cards.runs(keyOf(person), today);
  const paid = { paid: book.sumOf(platformId), orders: book.paidBy(platformId).length };
  return { week: days(7), fortnight: days(14), month: days(30), hasCard, ...paid };
}

export const classes: Habit = {
  minutes: [14 * 60 + 20],

  async act(quarter) {
    for (const person of quarter.town.people) {
      const place = placeOf(quarter, person);
      if (!place) continue;
      if (quarter.chance(DECIDED)) await decide(quarter, person, place, pick(quarter.random, WORDS));
      else if (quarter.classes.isDecided(person.platformId) && quarter.chance(LEFT))
        await leave(quarter, person, place);
    }
  },
};

async function decide(quarter: Quarter, { platformId, name }: Character, about: Place, value: Class | Grade) {
  const found = await orders(quarter, { about, line: `分类 @${name} ${value}`, expect: new RegExp(value, 'u') });
  const restore = quarter.classes.snapshot();
  quarter.classes.decide(platformId, value);
  if (!found || !quarter.chance(MISTAKES)) return;
  await orders(quarter, { line: '撤销', expect: /已撤销 #\d+/u });
  restore();
}

async function leave(quarter: Quarter, { platformId, name }: Character, about: Place): Promise<void> {
  await orders(quarter, { about, line: `分类 @${name} 自动`, expect: new RegExp(name, 'u') });
  quarter.classes.leave(platformId);
}
