/** Where somebody can be found, and under which name their card is in the books. */

import type { Quarter } from './quarter.js';
import type { Character, Place } from './town.js';

export function keyOf({ platformId, course }: Pick<Character, 'platformId' | 'course'>): string {
  return `${platformId} ${course.name}`;
}

/** Where the bot sees them. */
export function placeOf({ stage }: Quarter, person: Character): Place | undefined {
  return [person.course.paid, person.trial].find((place) => stage.rooms.isIn(person, place));
}

/** Who is in one of the rooms, each once. */
export function presentIn({ stage, town }: Quarter, rooms: readonly Place[]): Character[] {
  return town.people.filter((person) => rooms.some((room) => stage.rooms.isIn(person, room)));
}
