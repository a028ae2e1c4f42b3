/** People check in as they are diligent, wherever they are; sometimes twice. */

import type { Habit, Quarter } from './quarter.js';
import type { Character, Place } from './town.js';

const HOURS = [9, 12, 18, 21] as const;

export const diligence: Habit = {
  withoutBot: true,
  minutes: HOURS.map((hour) => hour * 60 + 20),

  act(quarter) {
    for (const person of quarter.town.people) {
      for (const place of [person.trial, person.course.paid]) checkIn(quarter, person, place);
    }
  },
};

function checkIn(quarter: Quarter, person: Character, place: Place): void {
  const { stage, chance, study, today } = quarter;
  if (!stage.rooms.isIn(person, place) || !chance(person.diligence / HOURS.length)) return;
  const noted = { person: person.platformId, at: stage.now };
  quarter.onceHeard(() => study.note(noted, place.platformId, today));
  stage.says(person, place, '打卡 今天读了三页');
}
