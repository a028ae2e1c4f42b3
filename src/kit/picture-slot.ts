/** The picture that goes with a post: a row of its own that follows the row of the words. */

import type { OutboxId } from '../domain/ids.js';
import { PICTURE_GRACE_MS, pictureKindOf, type PostKind } from '../domain/post.js';
import type { SlotDraft } from '../storage/slots.js';
import type { PostPicture } from './post.js';

export function pictureSlot(
  words: SlotDraft & { readonly kind: PostKind },
  wordsId: OutboxId,
  picture: PostPicture,
): SlotDraft {
  return {
    ...words,
    kind: pictureKindOf(words.kind),
    body: picture.words,
    picture: picture.name,
    followsId: wordsId,
    expiresAt: words.expiresAt + PICTURE_GRACE_MS,
  };
}
