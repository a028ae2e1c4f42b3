/** What came with a check-in: a medium that was sent just before, or the words behind it. */

import { type Evidence, MEDIA_REACH_MS } from '../../domain/check-in.js';
import type { ChatWork } from '../../kit/work.js';
import { takeMedia } from '../../storage/evidence.js';
import type { Room } from '../../storage/rooms.js';

export async function gatherEvidence(
  { tx, speaker, sentAt }: ChatWork,
  { id, settings }: Room,
  content: string,
): Promise<Evidence> {
  const wantsMedium = content === '' || settings.requiredContent === 'picture';
  const key = { roomId: id, memberId: speaker.id };
  const medium = wantsMedium ? await takeMedia(tx, key, sentAt - MEDIA_REACH_MS) : undefined;
  return medium ?? (content === '' ? 'none' : 'text');
}
