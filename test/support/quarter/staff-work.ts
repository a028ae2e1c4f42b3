/** How staff gives orders to the bot: in the staff room, the room concerned named first, and confirmed where that is asked for. */

import type { Quarter } from './quarter.js';
import type { Place } from './town.js';

const MINUTE = 60_000;
const TRIES = 3;

export interface StaffOrder {
  /** The room concerned; none for what concerns no room. */
  readonly about?: Place;
  readonly line: string;
  /** By the same person, or, of money, by a second manager too. */
  readonly confirmed?: 'own' | 'second';
  /** What the answer says where it was done. */
  readonly expect: RegExp;
}

/**
 * Done in any case, with whatever number of deaths on the way. Resolves to the answer, or to nothing where that was lost:
 * a command that was stored is carried out once, whether or not anybody hears of it.
 */
export async function orders(quarter: Quarter, order: StaffOrder): Promise<RegExpExecArray | undefined> {
  const line = order.about ? `/${order.about.topic} ${order.line}` : `/${order.line}`;
  const reply = order.confirmed ? await confirm(quarter, line, order.confirmed) : await ask(quarter, line);
  if (reply === '') return undefined;
  const found = order.expect.exec(reply);
  if (!found) quarter.stage.faults.push(`${line} was answered: ${reply}`);
  return found ?? undefined;
}

async function ask({ stage, town }: Quarter, line: string): Promise<string> {
  return stage.asks(town.managers[0], town.staffRoom, line);
}

/** Where the code got lost, it is asked for again once the first has expired. */
async function confirm(quarter: Quarter, line: string, by: 'own' | 'second'): Promise<string> {
  const { stage, town } = quarter;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const reply = await ask(quarter, line);
    const code = /确认 (\d{4})/u.exec(reply)?.[1];
    if (code === undefined && reply !== '') return reply;
    if (code !== undefined) {
      const first = await ask(quarter, `确认 ${code}`);
      return by === 'own' ? first : stage.asks(town.managers[1], town.staffRoom, `确认 ${code}`);
    }
    await stage.passTo(stage.now + 2 * MINUTE);
  }
  stage.faults.push(`nobody was asked to confirm ${line}`);
  return '';
}
