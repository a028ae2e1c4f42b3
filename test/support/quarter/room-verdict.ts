/** Who is where, and how they came and went: the platform's ledger against the bot's, and what the bot never does by itself. */

import { tally } from '../faults/tally.js';
import type { QuarterRecords } from './record-rows.js';
import { keyOf } from './whereabouts.js';

/** By then staff has dealt with what the bot could not do. */
const SETTLED_MS = 3 * 86_400_000;
import type { Quarter } from './quarter.js';

export function roomFaults({ stage, town }: Quarter, { presence }: QuarterRecords): string[] {
  const places = [town.staffRoom, town.coreRoom, ...town.courses.flatMap(({ trials, paid }) => [...trials, paid])];
  const staff = new Set([town.owner, ...town.managers].map(({ platformId }) => platformId));
  const known = new Set(presence.map(({ who, room }) => `${who} ${room}`));
  const real = places.flatMap(({ platformId: room }) => [...stage.rooms.present(room)].map((who) => `${who} ${room}`));
  const there = new Set(real);
  return [
    ...real.filter((one) => !known.has(one)).map((one) => `${one}: is there, and the bot does not know`),
    ...presence
      .filter(({ who, room }) => !staff.has(who) && !there.has(`${who} ${room}`))
      .map(({ who, room }) => `${who} ${room}: is not there, and the bot believes so`),
  ];
}

/** Each sale asks somebody in once, and so does each word of staff; nobody else does. */
export function invitationFaults({ stage, town, orders, decided }: Quarter): string[] {
  const paid = tally(orders.all().map(({ platformId }) => platformId));
  const asked = tally(stage.rooms.invitations.map(({ platformId, room }) => `${platformId} ${room}`));
  return [...asked].flatMap(([key, count]) => {
    const [person = '', room = ''] = key.split(' ');
    const isMove = room !== town.coreRoom.platformId;
    const allowed = (isMove ? (paid.get(person) ?? 0) : 0) + decided.times(['再邀请', '重试', '同意'], person, room);
    return count > allowed ? [`${key} was asked in ${count} times, for ${allowed} reasons`] : [];
  });
}

/** A person has decided on every removal. */
export function removalFaults({ stage, decided }: Quarter): string[] {
  const removed = tally(stage.rooms.removals.map(({ platformId, room }) => `${platformId} ${room}`));
  return [...removed].flatMap(([key, count]) => {
    const [person = '', room = ''] = key.split(' ');
    const allowed = decided.times(['送别', '移出', '请出群'], person, room);
    return count > allowed ? [`${key} was removed ${count} times, and a person had decided on ${allowed}`] : [];
  });
}

/** Whoever has a card that runs is in the paid room, was there, was asked in, or a person said that they need not be. */
export function forgottenFaults({ stage, town, cards, orders, decided, today }: Quarter): string[] {
  const was = new Set(stage.rooms.arrivals.map(({ person, place }) => `${person.platformId} ${place.platformId}`));
  const forgotten = town.people.filter((person) => {
    const { platformId, course } = person;
    const room = course.paid.platformId;
    const last = Math.max(...orders.paidBy(platformId).map(({ at }) => at));
    if (!cards.runs(keyOf(person), today) || stage.now - last < SETTLED_MS) return false;
    const isSpared = decided.times(['不用邀请', '已邀请'], platformId, room) > 0;
    return !was.has(`${platformId} ${room}`) && !stage.rooms.wasInvited(platformId, room) && !isSpared;
  });
  return forgotten.map(({ name }) => `${name} has paid and was never asked in`);
}
