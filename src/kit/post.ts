/** What a feature posts on time: its words, the picture that may go with them, and who hears of what did not appear. */

import type { Graphic } from '../domain/graphic.js';
import type { OutboxId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { PostKind, SkipReason, SlotKind } from '../domain/post.js';
import type { Room } from '../storage/rooms.js';
import type { RoomWork } from './work.js';

export interface ComposedPost {
  readonly text: string;
  readonly picture?: PostPicture | undefined;
  /** Drawn and sent in place of the words, which are complete without it. */
  readonly graphic?: Graphic | undefined;
}

export type PostDraft = ComposedPost | { readonly skip: SkipReason };

/** A picture that is sent right after the words. */
export interface PostPicture {
  /** As `PictureShelf` knows it. */
  readonly name: string;
  /** What it shows, for those who read the outbox. */
  readonly words: string;
}

/** A slot that the sender gave up: it expired or failed, or it is a picture that cannot be posted. */
export interface UnsentSlot {
  readonly kind: SlotKind;
  /** Its number in the outbox. */
  readonly id: OutboxId;
  /** An `UnsentReason`, or what the platform said. */
  readonly reason: string;
  /** The name of the picture that was to be sent; null for words. */
  readonly picture: string | null;
}

export type PostWork = RoomWork & {
  /** The local day of the slot. */
  readonly day: LocalDay;
  readonly late: boolean;
};

/** A post that every room of some kind is owed once a local day. */
export interface PostDefinition {
  readonly kind: PostKind;
  isOwedTo(room: Room): boolean;
  /** The words, or why there are none. A preview is this very function. */
  compose(work: PostWork): Promise<PostDraft>;
  /** Makes of timely words what `compose` gives when it is late. Absent where lateness is not told. */
  markLate?(text: string): string;
  /** Told after a slot was skipped; to tell staff, for instance. */
  skipped?(work: PostWork, reason: SkipReason): Promise<void>;
  /** Told after the sender gave up a slot, or the picture that goes with it. */
  unsent?(work: PostWork, unsent: UnsentSlot): Promise<void>;
}

export function definePost(post: PostDefinition): PostDefinition {
  return post;
}
