/**
 * What the simulated WeChat knows: more than its port tells the page, because a puppet can ask for all of it.
 *
 * Records are never changed in place, they are replaced: wechaty keeps references to what it was given.
 */

import type { payloads } from 'wechaty-puppet';
import type { Instant } from '../../ports/clock.js';
import type { SimulatedMessage, SimulatedPerson, SimulatedRoom } from '../../ports/simulated-wechat.js';

export interface WorldPerson extends SimulatedPerson {
  /** The remark that the bot wrote about this person; only the bot sees it. */
  readonly alias: string;
  readonly phones: readonly string[];
  readonly description: string;
  readonly corporationRemark: string;
  readonly signature: string;
  readonly isFriend: boolean;
}

export interface WorldRoom extends SimulatedRoom {
  readonly ownerId: string;
  readonly adminIds: readonly string[];
  /** The names used in this room, by person. */
  readonly nicknames: Readonly<Record<string, string>>;
  readonly announcement: string;
}

export interface WorldMessage extends SimulatedMessage {
  readonly attachment?: Attachment;
}

/** What a message carries besides text. The bytes of files and pictures lie on the media shelf. */
export type Attachment =
  | { readonly type: 'file'; readonly name: string }
  | { readonly type: 'contact'; readonly personId: string }
  | { readonly type: 'url'; readonly payload: payloads.UrlLink }
  | { readonly type: 'mini-program'; readonly payload: payloads.MiniProgram }
  | { readonly type: 'location'; readonly payload: payloads.Location }
  | { readonly type: 'post'; readonly payload: payloads.Post }
  /** A notice that a message was taken back. */
  | { readonly type: 'recall'; readonly messageId: string };

export interface WorldMedia {
  readonly name: string;
  /** A media type, such as `image/png`. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Somebody asks to become the bot's friend, or a request was answered. */
export interface WorldFriendship {
  readonly id: string;
  readonly personId: string;
  readonly hello: string;
  readonly at: Instant;
  readonly state: 'received' | 'confirmed' | 'asked';
}

export interface WorldInvitation {
  readonly id: string;
  readonly roomId: string;
  readonly inviterId: string;
  readonly at: Instant;
}

export interface WorldMoment {
  readonly id: string;
  readonly personId: string;
  readonly at: Instant;
  readonly messageIds: readonly string[];
  readonly rootId?: string;
  readonly parentId?: string;
  readonly likes: Readonly<Record<string, Instant>>;
}

/** What the bot's side of the world notices. */
export type WorldEvent =
  | { readonly type: 'message'; readonly message: WorldMessage }
  | WorldMembershipEvent
  | {
      readonly type: 'renamed';
      readonly roomId: string;
      readonly before: string;
      readonly after: string;
      readonly byId: string;
      readonly at: Instant;
    }
  | { readonly type: 'friendship'; readonly friendshipId: string }
  | { readonly type: 'invited'; readonly invitationId: string }
  | { readonly type: 'stale'; readonly subject: 'person' | 'members' | 'message'; readonly id: string };

export interface WorldMembershipEvent {
  readonly type: 'joined' | 'left';
  readonly roomId: string;
  readonly personIds: readonly string[];
  readonly byId: string;
  readonly at: Instant;
}
