/**
 * Where somebody came from is noted when they come into a room with a course for the first time, and never again by itself.
 *
 * Runs after `members`, which notes who is in the room.
 */

import { runsCourse } from '../../../domain/room.js';
import { type Source, sourceOfArrival } from '../../../domain/source.js';
import { defineListener, type ListenerWork } from '../../../kit/feature.js';
import { listShowsNewcomers } from '../../../kit/newcomers.js';
import type { ChatPerson } from '../../../ports/chat-gateway.js';
import { findMemberId } from '../../../storage/members.js';
import { readHighestRole } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';
import { addSources, listWithoutSource, type MemberSource } from '../../../storage/sources.js';

type Arrived = ListenerWork<'room.joined' | 'room.roster'>;

export const noteJoined = defineListener({
  name: 'sources.note-joined',
  on: 'room.joined',
  run: async (work) => noteSources(work, work.event.inviter),
});

/** Those whose coming was not told, and who were there when the room was registered. */
export const noteFound = defineListener({
  name: 'sources.note-found',
  on: 'room.roster',

  async run(work) {
    if (work.room && (await listShowsNewcomers(work, work.room))) await noteSources(work, undefined);
  },
});

async function noteSources(work: Arrived, inviter: ChatPerson | undefined): Promise<void> {
  const { tx, account, room, now } = work;
  if (!room || !runsCourse(room.kind)) return;
  const unknown = await listWithoutSource(tx, account.id, room.id);
  const newcomers = work.event.type === 'room.joined' ? unknown.filter(({ joinedAt }) => joinedAt === now) : unknown;
  if (newcomers.length === 0) return;
  const byInviter = await sourceBy(work, room, inviter);
  const byRoom = await sourceBy(work, room, undefined);
  const sources = newcomers.map(({ memberId, joinedAt }): MemberSource => {
    const told = isOwn(byInviter, memberId) ? byRoom : byInviter;
    // Others have been there since before anybody kept count.
    const source: Source = joinedAt === now ? told : { kind: 'unknown' };
    return { memberId, source, roomId: room.id, since: joinedAt, by: null };
  });
  await addSources(tx, account.id, sources);
}

/** Who scans a code by themselves is told as their own inviter. */
function isOwn(source: Source, memberId: number): boolean {
  return 'inviterId' in source && source.inviterId === memberId;
}

async function sourceBy(work: Arrived, { settings }: Room, inviter: ChatPerson | undefined): Promise<Source> {
  const { tx, account, now } = work;
  const isPerson = inviter !== undefined && inviter.platformId !== account.platformId;
  const inviterId = isPerson ? await findMemberId(tx, account.id, inviter.platformId) : undefined;
  const inviterIsStaff = inviterId !== undefined && (await readHighestRole(tx, inviterId, now)) !== 'member';
  return sourceOfArrival({ roomSource: settings.source, inviterId, inviterIsStaff });
}
