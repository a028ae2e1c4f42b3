/** Settings: shows a room's, changes one, or copies all from another room. */

import * as copy from '../../../copy/zh-cn/rooms.js';
import type { RoomSettings } from '../../../domain/room.js';
import { optional, text, word } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { orRefuse, present } from '../../../kit/refused-error.js';
import { findRoomByName } from '../../../kit/room-reference.js';
import { rescheduleRoom } from '../../../kit/room-schedules.js';
import type { Work } from '../../../kit/work.js';
import { listRegisteredRooms, type Room, saveSettings } from '../../../storage/rooms.js';
import { changeSetting } from '../setting-values.js';

export const settings = defineCommand({
  name: 'rooms.settings',
  triggers: copy.triggers.settings,
  summary: copy.summaries.settings,
  example: copy.examples.settings,
  allow: 'manager',
  scope: 'room',
  args: {
    name: optional(word(copy.labels.name), ''),
    value: optional(text(copy.labels.value, { max: 100 }), ''),
  },

  async run(work) {
    const { room, args } = work;
    if (args.name === '') return copy.settingsList(room.topic, room.settings);
    if (args.name === copy.copyWord) return copyFrom(work, room, args.value);
    const known = Object.keys(copy.settingNames);
    const key = present(copy.settingNames[args.name], { code: 'settings.unknown', given: args.name, known });
    const changed = orRefuse(changeSetting(room.settings, { key, name: args.name, given: args.value }));
    await apply(work, room, changed);
    return copy.settingChanged(key, changed);
  },
});

async function copyFrom(work: Work, room: Room, name: string): Promise<string> {
  const rooms = await listRegisteredRooms(work.tx, work.account.id);
  const source = orRefuse(findRoomByName(rooms, name, (one) => copy.describeRoom(one.kind, one.id)));
  await apply(work, room, source.settings);
  return copy.settingsCopied(source.topic, room.topic);
}

async function apply(work: Work, room: Room, changed: RoomSettings): Promise<void> {
  await saveSettings(work.tx, room.id, changed);
  await rescheduleRoom(work, { ...room, settings: changed });
}
