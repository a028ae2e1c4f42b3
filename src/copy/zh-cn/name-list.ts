/** Names in a row: a few of them, then how many people there are in all. */

import { displayName } from '../../domain/display-name.js';

export function listNames(names: readonly string[], most: number, people = names.length): string {
  const shown = names
    .slice(0, most)
    .map((name) => displayName(name) || '同学')
    .join('、');
  return people > Math.min(names.length, most) ? `${shown} 等 ${people} 人` : shown;
}

/** A room's name as it can be typed in front of a command, where a space would end it. */
export function roomWord(topic: string): string {
  return topic.replace(/\s+/gu, '');
}

/** Makes of a command, as it is typed in the room that it is about, the one that is typed where this is read. */
export type InRoom = (line: string) => string;
