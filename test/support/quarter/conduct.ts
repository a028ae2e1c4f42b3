/** Some people offer what the rooms do not want, are reminded, and now and then object to it. */

import type { Habit, Quarter } from './quarter.js';
import { placeOf } from './sales.js';
import { orders } from './staff-work.js';
import type { Character } from './town.js';

const BANNED = '代写作业';
const OBJECTS = 0.25;

/** Once, before the days begin. */
export async function listWords(quarter: Quarter): Promise<void> {
  await orders(quarter, { line: `词库 加 ${BANNED}`, expect: new RegExp(BANNED, 'u') });
}

export const conduct: Habit = {
  minutes: [15 * 60 + 20],

  async act(quarter) {
    const offenders = quarter.town.people.filter(({ offends }) => quarter.chance(offends));
    const bold = offenders.filter((person) => offend(quarter, person));
    await quarter.stage.passTo(quarter.stage.now + 1_000);
    for (const person of bold.filter(() => quarter.chance(OBJECTS))) object(quarter, person);
  },
};

function object({ stage, conduct: book }: Quarter, person: Character): void {
  stage.whispers(person, '申诉 我是开玩笑的');
  book.object(person.platformId, stage.now);
}

/** False for those who are nowhere. */
function offend(quarter: Quarter, person: Character): boolean {
  const { stage, loans, conduct: book } = quarter;
  const place = placeOf(quarter, person);
  if (!place) return false;
  stage.says(person, place, `谁要${BANNED}找我，价格好说`);
  if (!loans.find(person.platformId, place.platformId, stage.now))
    book.note(person.platformId, place.platformId, stage.now);
  return true;
}
