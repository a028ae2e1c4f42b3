/** What came with a check-in: a medium that was sent just before, or the words behind it. */

import { type Evidence, MEDIA_REACH_MS } from '../../domain/check-in.js';
import type { ChatWork } from '../../kit/work.js';
import { andThen, type Awaitable } from '../../storage/awaitable.js';
import { takeMedia } from '../../storage/evidence.js';
import type { Room } from '../../storage/rooms.js';

export function gatherEvidence(
  { tx, speaker, sentAt }: ChatWork,
  { id, settings }: Room,
  content: string,
): Awaitable<Evidence> {
  const words = content === '' ? 'none' : 'text';
  if (words === 'text' && settings.requiredContent !== 'picture') return words;
  const medium = takeMedia(tx, { roomId: id, memberId: speaker.id }, sentAt - MEDIA_REACH_MS);
  return andThen(medium, (found) => found ?? words);
}
