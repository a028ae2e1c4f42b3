/** Powers are lent to some of the diligent, for some days, in one room; some are taken back, and some are used. */

import { pick } from '../faults/scale.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Place } from './town.js';
import { placeOf } from './whereabouts.js';

/** By then a line that is said now has been heard. */
const A_MOMENT = 5_000;
const LENT = 0.004;
const REVOKED = 0.05;
const WARNS = 0.06;
const MISTAKES = 0.2;
const DAY_MS = 86_400_000;
const DAYS = [1, 3, 10, 30] as const;
const POWERS = ['答疑', '提醒', '隐藏'] as const;

export const helpers: Habit = {
  minutes: [17 * 60 + 20],

  async act(quarter) {
    for (const person of quarter.town.people) {
      const place = placeOf(quarter, person);
      if (!place) continue;
      const loan = quarter.loans.find(person.platformId, place.platformId, quarter.stage.now + A_MOMENT);
      if (!loan && person.diligence > 0.6 && quarter.chance(LENT)) await lend(quarter, person, place);
      if (loan && quarter.chance(REVOKED)) await revoke(quarter, person, place);
      else if (loan && loan.power !== '答疑' && quarter.chance(WARNS)) await warn(quarter, person, place);
    }
  },
};

async function lend(quarter: Quarter, { platformId, name }: Character, about: Place): Promise<void> {
  const { loans, stage, random } = quarter;
  const [days, power] = [pick(random, DAYS), pick(random, POWERS)];
  const found = await orders(quarter, { about, line: `版主 加 @${name} ${days}天 ${power}`, expect: /版主/u });
  const restore = loans.snapshot();
  loans.lend(platformId, about.platformId, { power, from: stage.now, until: stage.now + days * DAY_MS });
  if (!found || !quarter.chance(MISTAKES)) return;
  await orders(quarter, { line: '撤销', expect: /已撤销 #\d+/u });
  restore();
}

async function revoke(quarter: Quarter, { platformId, name }: Character, about: Place): Promise<void> {
  await orders(quarter, { about, line: `版主 收 @${name}`, expect: /已收回/u });
  quarter.loans.revoke(platformId, about.platformId, quarter.stage.now);
}

/** Of somebody else in the room, who holds nothing there. */
async function warn(quarter: Quarter, helper: Character, place: Place): Promise<void> {
  const { stage, town, loans, conduct } = quarter;
  const others = town.people.filter(
    (one) => one !== helper && stage.rooms.isIn(one, place) && !loans.find(one.platformId, place.platformId, stage.now),
  );
  const other = others[Math.floor(quarter.random() * others.length)];
  if (!other) return;
  const reply = await stage.asks(helper, place, `/警告 @${other.name} 请只聊学习`);
  if (reply !== '' && !reply.includes('已提醒')) stage.faults.push(`${helper.name} warned, and it said: ${reply}`);
  conduct.warn(other.platformId, place.platformId, stage.now);
}
