/** People buy, renew, freeze, ask for their money back; staff writes it down, sometimes by mistake, and takes that back. */

import { pick } from '../faults/scale.js';
import type { Kind } from './card-book.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';

/** In yuan. From 200 on, and for life, two confirm. */
const PRICES: Readonly<Record<Kind, number>> = { 日卡: 9, 周卡: 39, 月卡: 99, 季卡: 199, 年卡: 699, 终身卡: 1_999 };
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
const REFUNDS = 0.004;
/** Of all orders. */
const MISTAKES = 0.05;
const TRIED_DAYS = 3;

export const sales: Habit = {
  minutes: [11 * 60, 19 * 60, 22 * 60],

  async act(quarter) {
    for (const person of quarter.town.people) await consider(quarter, person);
  },
};

export function keyOf({ platformId, course }: Character): string {
  return `${platformId} ${course.name}`;
}

async function consider(quarter: Quarter, person: Character): Promise<void> {
  const place = placeOf(quarter, person);
  if (!place || quarter.dayNumber < person.comesOn + TRIED_DAYS) return;
  const key = keyOf(person);
  const cover = quarter.cards.coverOf(key);
  if (!cover || !quarter.cards.runs(key, quarter.today))
    return quarter.chance(person.buys) ? buy(quarter, person, place) : undefined;
  if (cover.frozenOn !== null) return quarter.chance(THAWS) ? change(quarter, person, place, 'thawed') : undefined;
  if (cover.through === null) return;
  if (quarter.chance(RENEWS)) return buy(quarter, person, place);
  if (quarter.chance(FREEZES)) return change(quarter, person, place, 'frozen');
  if (quarter.chance(REFUNDS)) return refund(quarter, person, place);
}

/** Where the bot sees them. */
export function placeOf({ stage }: Quarter, person: Character): Place | undefined {
  return [person.course.paid, person.trial].find((place) => stage.rooms.isIn(person, place));
}

async function buy(quarter: Quarter, person: Character, about: Place): Promise<void> {
  const kind = pick(quarter.random, ASKED_FOR);
  const yuan = PRICES[kind];
  const found = await orders(quarter, {
    about,
    line: `订单 @${person.name} ${kind} ${yuan}`,
    ...(yuan >= 200 && { confirmed: 'second' as const }),
    expect: new RegExp(`已记订单 (\\d+)：${person.name}`, 'u'),
  });
  const number = found ? Number(found[1]) : undefined;
  const { platformId } = person;
  const paid = { platformId, kind, amount: yuan * 100, at: quarter.stage.now };
  const sale = quarter.orders.note({ key: keyOf(person), ...paid, source: 'staff', number });
  quarter.cards.note(sale.key, quarter.today, { what: 'bought', kind, order: sale.ref });
  quarter.moves.paid(quarter, person);
  if (number === undefined || yuan >= 200 || !quarter.chance(MISTAKES)) return;
  await orders(quarter, { line: '撤销', expect: /已撤销 #\d+/u });
  quarter.orders.mark(sale, 'cancelled');
  quarter.cards.takeBack(sale.key, sale.ref);
  quarter.moves.withdrawn(quarter, person);
}

const CHANGES = { frozen: ['冻结', /冻结了/u], thawed: ['解冻', /解冻了/u] } as const;

async function change(quarter: Quarter, person: Character, about: Place, what: 'frozen' | 'thawed'): Promise<void> {
  const [word, expect] = CHANGES[what];
  await orders(quarter, { about, line: `会员 @${person.name} ${word}`, expect });
  quarter.cards.note(keyOf(person), quarter.today, { what });
}

async function refund(quarter: Quarter, person: Character, about: Place): Promise<void> {
  const sale = quarter.orders.latestOf(keyOf(person));
  if (sale?.number === undefined) return;
  await orders(quarter, { about, line: `订单 退款 ${sale.number}`, confirmed: 'second', expect: /退/u });
  quarter.orders.mark(sale, 'refunded');
  quarter.cards.note(sale.key, quarter.today, { what: 'refunded', order: sale.ref });
  quarter.moves.withdrawn(quarter, person);
}
