/** Staff asks some of the most diligent to be core users; they say yes or no, some leave again, some are asked to. */

import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { placeOf } from './whereabouts.js';

/** By then a line that is said now has been heard. */
const A_MOMENT = 5_000;
const ASKED = 0.02;
const ANSWERS = 0.4;
const AGREES = 0.7;
const LEAVES = 0.02;
const REMOVED = 0.01;
/** A fifth is the most; nobody here tries how the bot counts. */
const SHARE = 1 / 8;
const TAG = '核心用户';

export const coreCircle: Habit = {
  minutes: [18 * 60 + 10],

  async act(quarter) {
    for (const person of quarter.town.people) {
      const place = placeOf(quarter, person);
      if (place) await consider(quarter, person, place);
    }
  },
};

async function consider(quarter: Quarter, person: Character, place: Place): Promise<void> {
  const { core, stage, chance } = quarter;
  const { platformId } = person;
  if (core.isAsked(platformId, stage.now + A_MOMENT)) return chance(ANSWERS) ? answer(quarter, person) : undefined;
  if (core.is(platformId, 'active')) {
    if (chance(LEAVES)) return leave(quarter, person);
    return chance(REMOVED) ? remove(quarter, person, place) : undefined;
  }
  const isFit = person.diligence > 0.8 && core.mayBeAsked(platformId, stage.now);
  if (!isFit || !chance(ASKED)) return;
  if (core.taken(stage.now) < stage.rooms.people() * SHARE) await ask(quarter, person, place);
}

async function ask(quarter: Quarter, person: Character, about: Place): Promise<void> {
  await orders(quarter, { about, line: `核心 邀请 @${person.name}`, expect: /私聊/u });
  quarter.core.put(person.platformId, 'invited', quarter.stage.now);
}

async function answer({ core, stage, tags, town, decided, chance }: Quarter, person: Character): Promise<void> {
  const { platformId } = person;
  const agrees = chance(AGREES);
  const reply = await stage.asks(person, undefined, agrees ? '同意加入核心' : '暂不加入');
  core.put(platformId, agrees ? 'active' : 'declined', stage.now);
  if (!agrees) return;
  if (reply !== '' && !reply.includes('退出核心')) stage.faults.push(`${person.name} agreed, and it said: ${reply}`);
  tags.give(platformId, TAG, { source: 'self', now: stage.now });
  decided.note('同意', platformId, town.coreRoom.platformId);
}

async function leave({ core, stage, tags }: Quarter, person: Character): Promise<void> {
  await stage.asks(person, undefined, '退出核心');
  core.put(person.platformId, 'left', stage.now);
  tags.take(person.platformId, TAG, 'self', stage.now);
}

async function remove(quarter: Quarter, person: Character, about: Place): Promise<void> {
  await orders(quarter, { about, line: `核心 移出 @${person.name} 想休息一阵`, expect: /移出核心用户/u });
  quarter.core.put(person.platformId, 'removed', quarter.stage.now);
  quarter.tags.take(person.platformId, TAG, 'manual', quarter.stage.now);
}

/** What staff did with a to-do about it. */
export function decideCore({ core, stage }: Quarter, { platformId }: Character, choice: string): void {
  if (choice === '先不') core.put(platformId, 'passed', stage.now);
  if (choice === '不邀请了' && core.is(platformId, 'invited')) core.put(platformId, 'passed', stage.now);
  if (choice === '已转告' && core.is(platformId, 'invited')) core.put(platformId, 'invited', stage.now);
}
