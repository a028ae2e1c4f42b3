/** Settings: shows a room's, changes one, or copies all from another room, its rules too. */

import * as copy from '../../../copy/zh-cn/rooms.js';
import { addDays } from '../../../domain/local-day.js';
import { mayActAs } from '../../../domain/role.js';
import type { RoomSettings } from '../../../domain/room.js';
import { optional, text, word } from '../../../kit/argument.js';
import type { Changes } from '../../../kit/changes.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { orRefuse, present, RefusedError } from '../../../kit/refused-error.js';
import { findRoomByName } from '../../../kit/room-reference.js';
import { rescheduleRoom } from '../../../kit/room-schedules.js';
import { type ChatWork, todayIn } from '../../../kit/work.js';
import { readRole } from '../../../storage/roles.js';
import { saveFreezeRule } from '../../../storage/room-calendar.js';
import { saveRules, saveSettings } from '../../../storage/room-settings.js';
import { listRegisteredRooms, type Room } from '../../../storage/rooms.js';
import { changeSetting } from '../setting-values.js';

const NEEDED = 'manager';

export const settings = defineCommand({
  name: 'rooms.settings',
  triggers: copy.triggers.settings,
  summary: copy.summaries.settings,
  example: copy.examples.settings,
  allow: NEEDED,
  scope: 'room',
  effect: 'undoable',
  args: {
    name: optional(word(copy.labels.name), ''),
    value: optional(text(copy.labels.value, { max: 100 }), ''),
  },

  async run(work) {
    const { room, args, inRoom } = work;
    if (args.name === '') return copy.settingsList(room.topic, room.settings, inRoom);
    if (args.name === copy.copyWord) return copyFrom(work, args.value);
    const known = Object.keys(copy.settingNames);
    const named = Object.hasOwn(copy.settingNames, args.name) ? copy.settingNames[args.name] : undefined;
    const key = present(named, { code: 'settings.unknown', given: args.name, known });
    const changed = orRefuse(changeSetting(room.settings, { key, name: args.name, given: args.value, inRoom }));
    await apply(work, room, { settings: changed, rules: room.rules });
    return copy.settingChanged(key, changed);
  },

  async undo(work) {
    if (work.room) await rescheduleRoom(work, work.room);
  },
});

type SettingsWork = ChatWork & { readonly room: Room; readonly changes: Changes; inRoom(line: string): string };

/** Whoever copies from a room must be its manager too. */
async function copyFrom(work: SettingsWork, name: string): Promise<string> {
  const { room, inRoom } = work;
  const rooms = await listRegisteredRooms(work.tx, work.account.id);
  const describe = isPublic(work.chatRoom) ? undefined : (one: Room) => copy.describeRoom(one.kind, one.id);
  const source = orRefuse(findRoomByName(rooms, name, describe));
  const roleThere = await readRole(work.tx, work.speaker.id, source.id, work.sentAt);
  if (!mayActAs(roleThere, NEEDED)) throw new RefusedError({ code: 'command.forbidden', needed: NEEDED });
  // Where members come from is each room's own.
  const copied = { ...source.settings, source: room.settings.source };
  await apply(work, room, { settings: copied, rules: source.rules });
  return copy.settingsCopied(source.topic, room.topic, inRoom);
}

async function apply(
  work: SettingsWork,
  room: Room,
  { settings: changed, rules }: Pick<Room, 'settings' | 'rules'>,
): Promise<void> {
  await work.changes.watch('room', { id: room.id }, ['settings', 'rules']);
  await saveSettings(work.tx, room.id, changed);
  await saveRules(work.tx, room.id, rules);
  if (changed.freezeEvery !== room.settings.freezeEvery) await saveRule(work, room, changed);
  await rescheduleRoom(work, { ...room, settings: changed });
}

/** From tomorrow on: what was earned by the old rule, today included, stays. */
async function saveRule({ tx, now, changes }: SettingsWork, room: Room, { freezeEvery }: RoomSettings): Promise<void> {
  const fromDay = addDays(todayIn(room, now), 1);
  await changes.watch('room_rule', { room_id: room.id, from_day: fromDay });
  await saveFreezeRule(tx, room.id, fromDay, freezeEvery);
}
