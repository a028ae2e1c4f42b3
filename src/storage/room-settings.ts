/** Settings and rules of rooms as they are stored: only what differs from the defaults, so that a better default reaches old rooms. */

import type { RoomId } from '../domain/ids.js';
import { DEFAULT_RULES, type RoomRules } from '../domain/moderation/rule.js';
import { DEFAULT_SETTINGS, type RoomSettings } from '../domain/room.js';
import type { Tx } from './database.js';

export async function saveSettings(tx: Tx, id: RoomId, settings: RoomSettings): Promise<void> {
  await tx
    .updateTable('room')
    .set({ settings: differing(settings, DEFAULT_SETTINGS) })
    .where('id', '=', id)
    .execute();
}

export async function saveRules(tx: Tx, id: RoomId, rules: RoomRules): Promise<void> {
  await tx
    .updateTable('room')
    .set({ rules: differing(rules, DEFAULT_RULES) })
    .where('id', '=', id)
    .execute();
}

function differing<T extends object>(values: T, defaults: T): string {
  const kept = Object.entries(values).filter(([name, value]) => defaults[name as keyof T] !== value);
  return JSON.stringify(Object.fromEntries(kept));
}

/** Nearly every room keeps to the defaults, which it then shares with the others. */
export function withDefaults<T extends object>(stored: string, defaults: T): T {
  return stored === '{}' ? defaults : { ...defaults, ...(JSON.parse(stored) as Partial<T>) };
}
