/** After a login that changed all ids: notes how well an unknown room fits each lost one of the same topic. */

import { displayTopic } from '../../../domain/display-name.js';
import { matchNames } from '../../../domain/room-match.js';
import { defineListener } from '../../../kit/feature.js';
import { markSeen } from '../../../storage/identities.js';
import { listLostRooms, saveRoomMatch } from '../../../storage/lost-rooms.js';
import { listPresent } from '../../../storage/members.js';
import { findRoomByPlatformId } from '../../../storage/seen-rooms.js';

export const noteRoster = defineListener({
  name: 'identities.note-roster',
  on: 'room.roster',

  async run({ tx, account, event }) {
    if (account.session === 0 || event.people.length === 0) return;
    const { platformId, topic } = event.room;
    await markSeen(tx, account.id, { room: platformId, people: event.people.map((one) => one.platformId) });
    const room = await findRoomByPlatformId(tx, account.id, platformId);
    if (room === undefined || room.kind !== null) return;
    const names = event.people.map((person) => person.name);
    for (const lost of await listLostRooms(tx, account.id)) {
      if (lost.topic !== displayTopic(topic)) continue;
      const known = (await listPresent(tx, lost.id)).map((member) => member.name);
      await saveRoomMatch(tx, room.id, lost.id, matchNames(names, known));
    }
  },
});
