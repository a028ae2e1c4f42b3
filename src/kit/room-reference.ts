/** Rooms as managers name them: by topic, or by topic and number (`Class 1#3`, `#3`) where two share a topic. */

import { accept, type Decision, refuse } from '../domain/decision.js';
import type { Refusal } from '../domain/refusal.js';
import { foldText } from '../domain/understanding/fold.js';
import type { Room } from '../storage/rooms.js';

/** `describe` words what tells rooms of one name apart; without it they are not listed, as befits a public place. */
export function findRoomByName(
  rooms: readonly Room[],
  given: string,
  describe: ((room: Room) => string) | undefined,
): Decision<Room> {
  const [, topic, number] = /^(.*)#(\d+)$/u.exec(given) ?? [undefined, given, undefined];
  const named = rooms.filter(
    (room) => (topic === '' || sameTopic(room.topic, topic ?? given)) && isNumbered(room, number),
  );
  const [only] = named;
  if (only === undefined) return refuse({ code: 'room.unknown', name: given });
  if (named.length === 1) return accept(only);
  const choices = describe ? named.map((room) => ({ id: room.id, name: room.topic, detail: describe(room) })) : [];
  return refuse({ code: 'room.ambiguous', name: given, choices });
}

/** Whether `word` may be the name of one of the rooms, for telling it from a command. */
export function namesRoom(rooms: readonly Room[], word: string): boolean {
  const found = findRoomByName(rooms, word, undefined);
  return found.ok || isAmbiguous(found.refusal);
}

function isAmbiguous(refusal: Refusal): boolean {
  return refusal.code === 'room.ambiguous';
}

function isNumbered(room: Room, number: string | undefined): boolean {
  return number === undefined || room.id === Number(number);
}

function sameTopic(topic: string, given: string): boolean {
  return foldText(topic).replaceAll(' ', '') === foldText(given).replaceAll(' ', '');
}
