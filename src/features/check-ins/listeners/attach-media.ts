/**
 * A picture, a voice message, a video or a link: what it proves depends on what was said around it.
 *
 * It completes a held check-in, belongs to a bare one of the last minutes, or waits a while for one to come.
 */

import { isMedium, MEDIA_REACH_MS, type Medium, satisfies } from '../../../domain/check-in.js';
import type { MembershipKey } from '../../../domain/ids.js';
import { localDayOf } from '../../../domain/local-time.js';
import { runsCourse } from '../../../domain/room.js';
import { acknowledge } from '../../../kit/acknowledge.js';
import { defineListener, type ListenerWork } from '../../../kit/feature.js';
import { recordCheckIn } from '../../../kit/standing.js';
import { findCheckIn } from '../../../storage/check-ins.js';
import { saveEvidence, saveMedia, savePending, takePending } from '../../../storage/evidence.js';
import { findOrAddMember } from '../../../storage/members.js';
import { markPresent } from '../../../storage/presence.js';
import type { Room } from '../../../storage/rooms.js';

type MediaWork = ListenerWork<'message.received'> & { readonly room: Room };

export const attachMedia = defineListener({
  name: 'check-ins.attach-media',
  on: 'message.received',
  concerns: (event) => isMedium(event.kind),

  async run(work) {
    const { event, room, tx, account, now } = work;
    if (!room || !runsCourse(room.kind) || !isMedium(event.kind)) return;
    const member = await findOrAddMember(tx, account.id, event.sender, now);
    const key = { roomId: room.id, memberId: member.id };
    await markPresent(tx, key, event.sender.name, now);
    const media: MediaWork = { ...work, room };
    if (await completeHeld(media, key, event.kind)) return;
    if (await addToBare(media, key, event.kind)) return;
    await saveMedia(tx, key, event.kind, event.sentAt);
  },
});

async function completeHeld(work: MediaWork, key: MembershipKey, medium: Medium): Promise<boolean> {
  const { tx, room, event, now } = work;
  const held = await takePending(tx, key, event.sentAt);
  if (!held) return false;
  if (!satisfies(room.settings.requiredContent, medium)) {
    await savePending(tx, key, held);
    return false;
  }
  const recorded = await recordCheckIn(tx, key, { day: held.day, at: held.at, evidence: medium, content: '' }, now);
  const { memberId } = key;
  await acknowledge(work, room, { memberId, name: event.sender.name, day: held.day, recorded, mayMove: false });
  return true;
}

async function addToBare({ tx, room, event }: MediaWork, key: MembershipKey, medium: Medium): Promise<boolean> {
  const day = localDayOf(event.sentAt, room.settings.zone);
  const last = await findCheckIn(tx, key, day);
  if (!last || last.evidence !== 'none' || event.sentAt - last.at > MEDIA_REACH_MS) return false;
  await saveEvidence(tx, last.id, medium);
  return true;
}
