/** The picture of a post whose words a person sends again: it goes along, unless it left or may have left before. */

import type { OutboxId } from '../../domain/ids.js';
import { PICTURE_GRACE_MS, pictureKindOf, POST_KINDS, type PostKind } from '../../domain/post.js';
import { mayFollowAgain } from '../../domain/repost.js';
import { pictureSlot } from '../../kit/picture-slot.js';
import type { PostPicture } from '../../kit/post.js';
import type { Work } from '../../kit/work.js';
import type { OutboxMessage } from '../../storage/outbox-message.js';
import { markEnded } from '../../storage/outbox-sending.js';
import { type Again, markPlannedByPerson } from '../../storage/post-states.js';
import { appendSlot, findSlot, type SlotDraft } from '../../storage/slots.js';

/** For words that were composed anew, and their picture with them. */
export async function fillPictureSlot(
  { tx }: Work,
  words: SlotDraft & { readonly kind: PostKind },
  wordsId: OutboxId,
  picture: PostPicture | undefined,
): Promise<void> {
  const known = await findSlot(tx, words.to.roomId, pictureKindOf(words.kind), words.day);
  const draft = picture && pictureSlot(words, wordsId, picture);
  if (known === undefined) {
    if (draft) await appendSlot(tx, draft);
  } else if (mayFollowAgain(known)) {
    if (draft) await markPlannedByPerson(tx, known, draft);
    else await markEnded(tx, known.id, 'cancelled', 'nothing-to-say');
  }
}

/** For words that go out again as they were. */
export async function resendPicture({ tx }: Work, words: OutboxMessage, again: Again): Promise<void> {
  const kind = POST_KINDS.find((one) => one === words.kind);
  if (kind === undefined || words.roomId === null || words.day === null) return;
  const known = await findSlot(tx, words.roomId, pictureKindOf(kind), words.day);
  if (known === undefined || !mayFollowAgain(known)) return;
  const expiresAt = again.expiresAt + PICTURE_GRACE_MS;
  await markPlannedByPerson(tx, known, { ...again, body: known.body, expiresAt, followsId: words.id });
}
