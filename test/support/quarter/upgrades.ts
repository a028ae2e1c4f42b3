/** Somebody wants a better card in the middle of one: what is left of it is reckoned by hand, and the bot has to say the same. */

import { pick } from '../faults/scale.js';
import type { Kind } from './card-strip.js';
import { isLarge, noteUpgraded, PRICES, thinkBetter } from './paid.js';
import type { Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { keyOf } from './whereabouts.js';

const SHORT_TO_LONG: readonly Kind[] = ['日卡', '周卡', '月卡', '季卡', '年卡', '终身卡'];
const MISTAKES = 0.15;
const FEN = 100;

export async function upgrade(quarter: Quarter, person: Character, about: Place, from: Kind): Promise<void> {
  const [first, ...others] = SHORT_TO_LONG.slice(SHORT_TO_LONG.indexOf(from) + 1);
  const credit = creditOf(quarter, person);
  if (first === undefined || credit === undefined) return;
  const kind = pick(quarter.random, [first, ...others]);
  const order = { about, line: `订单 升级 @${person.name} ${kind} ${PRICES[kind]}` };
  const amount = PRICES[kind] * FEN - credit;
  if (amount < 0) return void (await orders(quarter, { ...order, expect: /旧卡还值/u }));
  const found = await orders(quarter, {
    ...order,
    ...(isLarge(kind) && { confirmed: 'second' as const }),
    expect: answerTo(person, amount, credit),
  });
  const number = found ? Number(found[1]) : undefined;
  const sale = noteUpgraded(quarter, person, { kind, amount, credit, source: 'staff', number });
  if (found && !isLarge(kind) && quarter.chance(MISTAKES)) await thinkBetter(quarter, person, sale);
}

/** What was paid × days left ÷ all days of each order, in whole fen; undefined where nothing can be turned in. */
function creditOf({ cards, orders: book, today }: Quarter, person: Character): number | undefined {
  const left = cards.leftOf(keyOf(person), today);
  if (!left) return undefined;
  const worth = book.paidBy(person.platformId).map(({ ref, amount, credit, refunded }) => {
    const [days, all] = left.get(ref) ?? [0, 1];
    return Math.floor(((amount + credit - refunded) * days) / all);
  });
  return worth.reduce((sum, fen) => sum + fen, 0);
}

function answerTo({ name }: Character, amount: number, credit: number): RegExp {
  const price = credit > 0 ? `补 ${yuan(amount)} 元（旧卡抵 ${yuan(credit)} 元）` : `${yuan(amount)} 元`;
  return new RegExp(`已记订单 (\\d+)：${name} \\S+ ${price}`, 'u');
}

function yuan(fen: number): string {
  const [whole, rest] = [Math.floor(fen / FEN), fen % FEN];
  return rest === 0 ? `${whole}` : `${whole}\\.${String(rest).padStart(2, '0')}`;
}
