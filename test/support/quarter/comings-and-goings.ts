/** People come into their trial rooms, wander off, and some come back; and they say yes to being asked in, soon, late or never. */

import type { Habit, Quarter } from './quarter.js';
import { orders } from './staff-work.js';
import type { Character, Person } from './town.js';

const HOUR = 3_600_000;
const SLOWEST_MS = 40 * HOUR;
const RETURNS = 0.1;
const ROOM_SOURCE = '抖音';

export const comingsAndGoings: Habit = {
  minutes: [8 * 60 + 5, 10 * 60 + 10, 15 * 60, 21 * 60],

  act(quarter) {
    const { stage } = quarter;
    for (const { person, place, inviter } of stage.rooms.takeDue(stage.now)) stage.enters(person, place, inviter);
    for (const person of quarter.town.people) {
      if (person.comesOn <= quarter.dayNumber && isNew(quarter, person)) arrive(quarter, person);
      else if (quarter.stage.rooms.isIn(person, person.trial)) wander(quarter, person);
      else if (!isNew(quarter, person) && quarter.chance(RETURNS * person.wanders)) arrive(quarter, person);
    }
  },
};

/** A few at each hour of the day. */
function arrive({ stage, chance }: Quarter, person: Character): void {
  if (chance(0.5)) stage.enters(person, person.trial, person.inviter);
}

function wander({ stage, chance }: Quarter, person: Character): void {
  if (chance(person.wanders)) stage.leaves(person, person.trial);
}

/** Never there yet. */
function isNew({ stage }: Quarter, { platformId }: Person): boolean {
  return !stage.rooms.hasCome(platformId);
}

/** Once, before the days begin: of every second trial room it is known how people get there. */
export async function nameSources(quarter: Quarter): Promise<void> {
  for (const [index, { trials }] of quarter.town.courses.entries()) {
    const about = trials[index % 2];
    if (!about) continue;
    await orders(quarter, { about, line: `来源 群 ${ROOM_SOURCE}`, expect: new RegExp(ROOM_SOURCE, 'u') });
    quarter.roomSources.set(about.platformId, ROOM_SOURCE);
  }
}

/** Of those whom the bot asks in, some say yes. */
export function answerInvitations(quarter: Quarter): void {
  const { stage, town } = quarter;
  const places = new Map(
    [town.coreRoom, ...town.courses.map(({ paid }) => paid)].map((place) => [place.platformId, place]),
  );
  stage.invited = (platformId, room) => {
    const [person, place] = [quarter.person(platformId), places.get(room)];
    if (!person || !place) return void stage.faults.push(`${platformId} was asked into ${room}`);
    if (quarter.chance(person.accepts)) stage.expect(person, place, stage.now + quarter.random() ** 3 * SLOWEST_MS);
  };
}

export function followMoves(quarter: Quarter): void {
  const { stage, moves } = quarter;
  stage.moved = (platformId, { platformId: room }, how) => {
    const person = quarter.person(platformId);
    const place = person && [person.trial, person.course.paid].find((one) => one.platformId === room);
    if (person && place) moves[how](quarter, person, place);
  };
}
