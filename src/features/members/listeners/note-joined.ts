/** Somebody joined: from now on they are in, and greeted once, however often they come back. */

import { defineListener } from '../../../kit/feature.js';
import { noteArrivals } from '../arrivals.js';

export const noteJoined = defineListener({
  name: 'members.note-joined',
  on: 'room.joined',

  async run(work) {
    if (work.room) await noteArrivals(work, work.room, work.event.people, true);
  },
});
