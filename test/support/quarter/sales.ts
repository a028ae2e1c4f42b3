/** People buy, renew, freeze, ask for their money back; staff writes it down, sometimes by mistake, and takes that back. */

import { pick } from '../faults/scale.js';
import type { Kind } from './card-strip.js';
import { isLarge, notePaid, PRICES, takeBack, thinkBetter } from './paid.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { upgrade } from './upgrades.js';
import { keyOf, placeOf } from './whereabouts.js';

const ASKED_FOR: readonly [Kind, ...Kind[]] = [
  '日卡',
  '周卡',
  '周卡',
  '月卡',
  '月卡',
  '月卡',
  '季卡',
  '季卡',
  '年卡',
  '终身卡',
];
/** Chances a day. */
const RENEWS = 0.02;
const FREEZES = 0.01;
const THAWS = 0.15;
const REFUNDS = 0.006;
const ADDS = 0.005;
const UPGRADES = 0.012;
/** Of all orders. */
const MISTAKES = 0.05;
const TRIED_DAYS = 3;

export const sales: Habit = {
  minutes: [11 * 60, 19 * 60, 22 * 60],

  async act(quarter) {
    for (const person of quarter.town.people) await consider(quarter, person);
  },
};

async function consider(quarter: Quarter, person: Character): Promise<void> {
  const place = placeOf(quarter, person);
  if (!place || quarter.dayNumber < person.comesOn + TRIED_DAYS) return;
  const key = keyOf(person);
  const cover = quarter.cards.coverOf(key);
  if (!cover || !quarter.cards.runs(key, quarter.today))
    return quarter.chance(person.buys) ? buy(quarter, person, place) : undefined;
  if (cover.through !== null && quarter.chance(UPGRADES)) return upgrade(quarter, person, place, cover.kind);
  if (cover.frozenOn !== null) return quarter.chance(THAWS) ? change(quarter, person, place, 'thawed') : undefined;
  if (cover.through === null) return;
  if (quarter.chance(RENEWS)) return buy(quarter, person, place);
  if (quarter.chance(FREEZES)) return change(quarter, person, place, 'frozen');
  if (quarter.chance(ADDS)) return add(quarter, person, place);
  if (quarter.chance(REFUNDS)) return refund(quarter, person, place);
}

async function buy(quarter: Quarter, person: Character, about: Place): Promise<void> {
  const kind = pick(quarter.random, ASKED_FOR);
  const found = await orders(quarter, {
    about,
    line: `订单 @${person.name} ${kind} ${PRICES[kind]}`,
    ...(isLarge(kind) && { confirmed: 'second' as const }),
    expect: new RegExp(`已记订单 (\\d+)：${person.name}`, 'u'),
  });
  const number = found ? Number(found[1]) : undefined;
  const sale = notePaid(quarter, person, { kind, amount: PRICES[kind] * 100, source: 'staff', number });
  if (found && !isLarge(kind) && quarter.chance(MISTAKES)) await thinkBetter(quarter, person, sale);
}

const CHANGES = { frozen: ['冻结', /冻结了/u], thawed: ['解冻', /解冻了/u] } as const;

async function change(quarter: Quarter, person: Character, about: Place, what: 'frozen' | 'thawed'): Promise<void> {
  const [word, expect] = CHANGES[what];
  await orders(quarter, { about, line: `会员 @${person.name} ${word}`, expect });
  quarter.cards.note(keyOf(person), quarter.today, { what });
}

/** Somebody was ill, or a lesson fell through. */
async function add(quarter: Quarter, person: Character, about: Place): Promise<void> {
  const days = 1 + Math.floor(quarter.random() * 9);
  await orders(quarter, { about, line: `会员 @${person.name} 补 ${days}天`, expect: /补/u });
  quarter.cards.note(keyOf(person), quarter.today, { what: 'added', days });
}

/** Any of them that stands, not the latest alone. One for life that others came after is left alone. */
async function refund(quarter: Quarter, person: Character, about: Place): Promise<void> {
  const standing = quarter.orders.paidBy(person.platformId).filter(({ number }) => number !== undefined);
  const latest = standing.at(-1);
  const among = standing.filter((sale) => sale === latest || sale.kind !== '终身卡');
  const sale = among[Math.floor(quarter.random() * among.length)];
  if (!sale) return;
  await orders(quarter, { about, line: `订单 退款 ${sale.number}`, confirmed: 'second', expect: /退/u });
  quarter.orders.mark(sale, { state: 'refunded', refunded: sale.amount });
  takeBack(quarter, person, sale, quarter.today);
}
