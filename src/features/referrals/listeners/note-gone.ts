/** Newcomers who leave within a day were never there. Runs after `members`, which notes who has left. */

import { defineListener, type ListenerWork } from '../../../kit/feature.js';
import { markGone } from '../../../storage/settled-referrals.js';

export const noteLeft = defineListener({ name: 'referrals.note-left', on: 'room.left', run: note });

/** Those who went without a word. */
export const noteMissing = defineListener({ name: 'referrals.note-missing', on: 'room.roster', run: note });

async function note({ tx, account, room }: ListenerWork<'room.left' | 'room.roster'>): Promise<void> {
  if (room) await markGone(tx, account.id, room.id);
}
