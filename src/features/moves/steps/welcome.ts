/**
 * The welcome: mostly the usual one, which a room gives to whoever comes for the first time and which knows of moves. Who has been
 * there before is not greeted by it, and gets one here.
 */

import { queueWelcome } from '../../../kit/welcome.js';
import { listPresentSeats } from '../../../storage/course-seats.js';
import { readMember } from '../../../storage/members.js';
import { findStep } from '../../../storage/move-steps.js';
import { markWelcomed } from '../../../storage/presence.js';
import { readRoom } from '../../../storage/rooms.js';
import { done, skipped, type Step } from '../step.js';

export const welcome: Step = async (work, move) => {
  const { tx, now } = work;
  const seat = (await listPresentSeats(tx, move, 'paid')).find(({ roomId }) => roomId === move.toRoomId);
  if (seat === undefined) return skipped('not-there');
  if (seat.welcomedAt !== null && seat.welcomedAt >= move.begunAt) return done();
  const invited = await findStep(tx, move.id, 'invitation');
  if (invited?.detail.reason === 'already-there' && seat.joinedAt < move.begunAt) return skipped('already-there');
  const { name } = await readMember(tx, move.memberId);
  await markWelcomed(tx, seat, now);
  await queueWelcome(work, await readRoom(tx, seat.roomId), { memberId: move.memberId, name });
  return done();
};
