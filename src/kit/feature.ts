/** A feature is a manifest: what it answers, what it hears, and what it posts on time. */

import type { LocalDay } from '../domain/local-day.js';
import type { Understanding } from '../domain/understanding/understanding.js';
import type { ChatEvents, ChatEventType, ChatMessage } from '../ports/chat-gateway.js';
import type { Awaitable } from '../storage/awaitable.js';
import type { Room } from '../storage/rooms.js';
import type { AppointmentKeeper } from './appointment.js';
import type { Command, ScopedRoom } from './command.js';
import type { Daily } from './daily.js';
import type { ErrandKeeper } from './errand.js';
import type { Fallback } from './fallback.js';
import type { PostDefinition } from './post.js';
import type { ReasonDefinition } from './reason.js';
import type { TodoDefinition } from './todo.js';
import type { ChatWork, Reply, RoomWork, Work } from './work.js';

export { type Command, type CommandWork, defineCommand, type UndoWork } from './command.js';

export interface Feature {
  readonly name: string;
  readonly commands?: readonly Command[];
  readonly intents?: readonly IntentHandler[];
  readonly listeners?: readonly Listener[];
  readonly posts?: readonly PostDefinition[];
  readonly keepers?: readonly AppointmentKeeper[];
  readonly mergedReplies?: readonly MergedReply[];
  readonly fallbacks?: readonly Fallback[];
  readonly reasons?: readonly ReasonDefinition[];
  /** True for rooms in which pictures are looked into: their codes come as `picture.read`. */
  readonly looksInto?: (room: Room) => boolean;
  readonly errands?: readonly ErrandKeeper[];
  readonly dailies?: readonly Daily[];
  readonly todos?: readonly TodoDefinition[];
}

export type Intent = Exclude<Understanding['intent'], 'none'>;
export type UnderstandingOf<I extends Intent> = Understanding & { readonly intent: I };

/** What members say without a prefix. Scope `room`: in a registered room with a course, and refused kindly elsewhere. */
export interface IntentHandler<I extends Intent = Intent, S extends 'room' | 'anywhere' = 'room' | 'anywhere'> {
  readonly name: string;
  readonly intent: I;
  readonly scope: S;
  /** Shown in the help list; absent for what explains itself. */
  readonly help?: { readonly words: string; readonly summary: string; readonly example: string };
  /** Resolves to the reply; undefined when the answer is queued otherwise or nothing is to be said. */
  run(
    work: ChatWork &
      ScopedRoom[S] & {
        readonly understood: UnderstandingOf<I>;
        readonly message: ChatMessage;
        readonly addressed: boolean;
      },
  ): Promise<Reply | undefined>;
}

/** Hears what happens; nobody asked, so it answers only by what it queues. */
export interface Listener<Type extends ChatEventType = ChatEventType> {
  readonly name: string;
  readonly on: Type;
  /** False for an event that it has nothing to do with; absent when it hears them all. */
  concerns?(event: ChatEvents[Type]): boolean;
  run(work: ListenerWork<Type>): Awaitable<void>;
}

export type ListenerWork<Type extends ChatEventType> = Work & {
  readonly event: ChatEvents[Type];
  /** The room it happened in, if it is registered. */
  readonly room: Room | undefined;
  readonly today: LocalDay;
};

/** Items that are queued one by one and leave as one message. */
export interface MergedReply<Item = never> {
  readonly kind: string;
  readonly pace: 'acknowledgement' | 'plain';
  /** True when nobody asked for it: it keeps the quiet hours, and silent while the bot is stopped. */
  readonly unasked?: boolean;
  /** What the rows tell from the one with the id `since` on, in order and at most `limit`, for what is queued by rows. */
  gather?(
    since: number,
    work: RoomWork,
    limit: number,
  ): Promise<ReadonlyArray<{ readonly id: number; readonly item: Item }>>;
  compose(items: readonly Item[], work: RoomWork): string;
}

export function defineFeature(feature: Feature): Feature {
  return feature;
}

export function defineIntent<I extends Intent, S extends 'room' | 'anywhere'>(
  handler: IntentHandler<I, S>,
): IntentHandler {
  return handler;
}

export function defineListener<Type extends ChatEventType>(listener: Listener<Type>): Listener {
  return listener;
}

/** What a reply gathers is composed by the same reply, so the kit need not know what it is. */
export function defineMergedReply<Item>(reply: MergedReply<Item>): MergedReply {
  return reply as MergedReply<never>;
}
