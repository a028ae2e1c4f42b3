/** Staff says what cards bring, changes it now and then, and notes each use, as far as there is something left. */

import { pick } from '../faults/scale.js';
import type { Kind } from './card-strip.js';
import type { Use } from './entitlement-book.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Course, Place } from './town.js';
import { keyOf, placeOf } from './whereabouts.js';

const TALK = '一对一';
const LIVE = '直播课';
const USES = 0.03;
const MISTAKES = 0.2;
const CHANGES_EVERY = 11;
const RULES: readonly (readonly [Kind, string, number])[] = [
  ['月卡', TALK, 1],
  ['季卡', TALK, 2],
  ['年卡', TALK, 5],
  ['季卡', LIVE, Infinity],
  ['周卡', LIVE, 1],
];

/** Once, before the days begin. */
export async function setEntitlements(quarter: Quarter): Promise<void> {
  for (const course of quarter.town.courses) for (const rule of RULES) await define(quarter, course, rule);
}

export const entitlements: Habit = {
  minutes: [17 * 60],

  async act(quarter) {
    const { dayNumber, town, chance } = quarter;
    const course = town.courses[dayNumber % town.courses.length];
    if (course && dayNumber % CHANGES_EVERY === 6)
      await define(quarter, course, ['月卡', TALK, 1 + Math.floor(quarter.random() * 3)]);
    for (const person of town.people) {
      const place = placeOf(quarter, person);
      if (place && quarter.cards.coverOf(keyOf(person)) && chance(USES)) await use(quarter, person, place);
    }
  },
};

async function define(quarter: Quarter, { name, paid }: Course, [kind, what, quota]: (typeof RULES)[number]) {
  const times = Number.isFinite(quota) ? `${quota}次` : '不限';
  await orders(quarter, { about: paid, line: `权益 ${kind} ${what} ${times}`, expect: new RegExp(what, 'u') });
  quarter.entitlements.rule(name, kind, what, quota);
}

async function use(quarter: Quarter, person: Character, about: Place): Promise<void> {
  const { entitlements: book, chance, random } = quarter;
  const what = pick(random, [TALK, TALK, LIVE]);
  const restore = book.snapshot();
  const became = isUsable(quarter, person)
    ? book.use(keyOf(person), what)
    : whyNot(book.use(keyOf(person), what), restore);
  const order = { about, line: `权益 用 @${person.name} ${what} 讲语法`, expect: answerTo(became) };
  const found = await orders(quarter, order);
  if (typeof became === 'string' || !found || !chance(MISTAKES)) return;
  await orders(quarter, { line: '撤销', expect: /已撤销 #\d+/u });
  restore();
}

/** A frozen card brings nothing until it is thawed, and neither does one that is over. */
function isUsable({ cards, today }: Quarter, person: Character): boolean {
  return cards.coverOf(keyOf(person))?.frozenOn === null && cards.runs(keyOf(person), today);
}

function whyNot(wanted: Use, restore: () => void): 'unknown' | 'over' {
  restore();
  return wanted === 'unknown' ? 'unknown' : 'over';
}

function answerTo(became: Use | 'over'): RegExp {
  if (became === 'unknown') return /没有「.+」这项权益/u;
  if (became === 'used up') return /已经用完了/u;
  if (became === 'over') return /停着或到期了/u;
  return new RegExp(Number.isFinite(became.left) ? `还剩 ${became.left} 次` : '不限次', 'u');
}
