/** People check in as they are diligent, wherever they are; sometimes twice. */

import type { Habit, Quarter } from './quarter.js';
import type { Character, Place } from './town.js';

const HOURS = [9, 12, 18, 21] as const;

export const diligence: Habit = {
  minutes: HOURS.map((hour) => hour * 60 + 20),

  act(quarter) {
    for (const person of quarter.town.people) {
      for (const place of [person.trial, person.course.paid]) checkIn(quarter, person, place);
    }
  },
};

function checkIn({ stage, chance, study, today }: Quarter, person: Character, place: Place): void {
  if (!stage.rooms.isIn(person, place) || !chance(person.diligence / HOURS.length)) return;
  study.note({ person: person.platformId, at: stage.now }, place.platformId, today);
  stage.says(person, place, '打卡 今天读了三页');
}
