/** Some people write to the bot in private: ask for their card, turn in a code. Only those may ever hear from it by itself. */

import type { Kind } from './card-strip.js';
import { notePaid } from './paid.js';
import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Course } from './town.js';

const ASKS = 0.05;
const REDEEMS = 0.03;
/** Of codes that were good once. */
const TRIES_AGAIN = 0.3;
const BATCH_EVERY = 9;
const CODE = /^[A-Z0-9]{4}(?:-[A-Z0-9]{4}){3}$/gmu;

interface Batch {
  readonly course: Course;
  readonly kind: Kind;
  readonly codes: string[];
}

export const confidences: Habit = {
  minutes: [13 * 60],

  async act(quarter) {
    if (quarter.dayNumber % BATCH_EVERY === 2)
      for (const course of quarter.town.courses) await makeCodes(quarter, course);
    for (const person of quarter.town.people.filter(({ whispers }) => whispers)) await confide(quarter, person);
  },
};

/** They are told in private once; where that was lost, nobody has them. */
async function makeCodes(quarter: Quarter, course: Course): Promise<void> {
  const { stage, town } = quarter;
  const from = stage.wechat.arrivals.length;
  const kind = quarter.chance(0.5) ? '月卡' : '周卡';
  const line = `兑换码 生成 ${kind} 5`;
  await orders(quarter, { about: course.paid, line, confirmed: 'second', expect: /批次 \d+/u });
  const told = stage.wechat.arrivals.slice(from).filter(({ chat }) => chat === town.managers[0].platformId);
  const codes = told.flatMap(({ text }) => [...text.matchAll(CODE)].map(([code]) => code));
  quarter.codes.push({ course, kind, codes });
}

async function confide(quarter: Quarter, person: Character): Promise<void> {
  const { stage, chance } = quarter;
  if (!stage.rooms.isAnywhere(person.platformId)) return;
  if (chance(ASKS)) stage.whispers(person, '我的会员');
  const batch = quarter.codes.find((one) => one.course === person.course && one.codes.length > 0);
  if (batch && chance(REDEEMS)) await redeem(quarter, person, batch);
}

async function redeem(quarter: Quarter, person: Character, { kind, codes }: Batch): Promise<void> {
  const code = codes.shift();
  if (code === undefined) return;
  const reply = await quarter.stage.asks(person, undefined, `激活 ${code}`);
  if (reply !== '' && !reply.includes('开通好了')) quarter.stage.faults.push(`${code} was answered: ${reply}`);
  notePaid(quarter, person, { kind, amount: 0, source: 'code', number: undefined });
  if (quarter.chance(TRIES_AGAIN)) quarter.stage.whispers(person, `激活 ${code} `.trim().toLowerCase());
}
