/** Notes for a running camp who leaves, before a return writes over when they were there. */

import { findRunningCamp, noteParticipants } from '../../../kit/camps.js';
import { defineListener, type ListenerWork } from '../../../kit/feature.js';
import { todayIn } from '../../../kit/work.js';

export const noteLeaving = defineListener({ name: 'camps.note-leaving', on: 'room.left', run: note });

/** Those who went without a word are missing in the list. */
export const noteMissing = defineListener({ name: 'camps.note-missing', on: 'room.roster', run: note });

async function note({ tx, room, now }: ListenerWork<'room.left' | 'room.roster'>): Promise<void> {
  if (!room) return;
  const today = todayIn(room, now);
  const camp = await findRunningCamp(tx, room, today);
  if (camp) await noteParticipants(tx, room, camp, today);
}
