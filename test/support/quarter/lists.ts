/** Orders that come as a list from another shop; and the same list once more, which changes nothing. */

import { dateOf, instantAt } from './calendar.js';
import type { Kind } from './card-strip.js';
import { notePaid } from './paid.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character } from './town.js';
import { placeOf } from './whereabouts.js';

const EVERY = 8;
const ROWS = 3;
const NOON = 12 * 60;
const HEADING = '成员,课程,会员卡,金额,付款日期,订单号,备注';
const SOLD: { readonly kind: Kind; readonly yuan: number } = { kind: '月卡', yuan: 89 };

export const lists: Habit = {
  minutes: [13 * 60 + 30],

  async act(quarter) {
    if (quarter.dayNumber % EVERY !== 5) return;
    const buyers = quarter.town.people
      .filter((person) => placeOf(quarter, person) && quarter.chance(0.1))
      .slice(0, ROWS);
    if (buyers.length === 0) return;
    const line = `订单 导入\n${HEADING}\n${buyers.map((person) => rowOf(quarter, person)).join('\n')}`;
    await orders(quarter, { line, confirmed: 'second', expect: /导入 \d+ 笔/u });
    for (const person of buyers) note(quarter, person);
    await quarter.stage.passTo(quarter.stage.now + 61_000);
    await orders(quarter, { line, expect: /能导入 0 笔/u });
  },
};

function rowOf({ today, dayNumber }: Quarter, { name, course }: Character): string {
  return [name, course.name, SOLD.kind, SOLD.yuan, dateOf(today), `A${dayNumber}-${name}`, ''].join();
}

/** It counts from noon of the day on which it was paid. */
function note(quarter: Quarter, person: Character): void {
  const { kind, yuan } = SOLD;
  const at = instantAt(quarter.today, NOON);
  notePaid(quarter, person, { kind, amount: yuan * 100, at, source: 'import', number: undefined });
}
