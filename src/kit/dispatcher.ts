/**
 * Takes each chat event, inside the transaction that it is given, to the handlers that want it.
 *
 * A message that was here before stops at the inbox. Handlers run in savepoints: what one of them wrote before it
 * failed is undone, and the others go on.
 */

import type { ChatEvent, ChatEvents, ChatMessage } from '../ports/chat-gateway.js';
import { findOrAddAccount } from '../storage/accounts.js';
import { andThen, type Awaitable } from '../storage/awaitable.js';
import { cleanText } from '../storage/clean-text.js';
import { inStep, type Tx } from '../storage/database.js';
import { appendToInbox } from '../storage/inbox.js';
import type { Heard } from '../storage/read-ahead.js';
import type { Room } from '../storage/rooms.js';
import { findOrAddRoom } from '../storage/seen-rooms.js';
import { startBatch } from '../storage/start-batch.js';
import { answerMessage } from './answer-message.js';
import { dayFor } from './day-for.js';
import type { DispatcherOptions } from './dispatcher-options.js';
import { noteEcho } from './echo.js';
import { explain } from './explain.js';
import type { ListenerWork } from './feature.js';
import { messageWork } from './message-work.js';
import { startWork, type Work } from './work.js';

type RoomEvent = Exclude<ChatEvent, ChatEvents['message.received' | 'message.echoed']>;

export class Dispatcher {
  readonly #options: DispatcherOptions;

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** In order. Rejects only when the transaction is lost; everything else is logged or answered. */
  async handle(tx: Tx, events: readonly ChatEvent[]): Promise<void> {
    const { accountId, clock } = this.#options;
    const now = clock.now();
    const clean = events.map((event) => (event.type === 'message.received' ? cleanMessage(event) : event));
    startBatch(tx, this.#options, () => clean.flatMap(heardIn));
    const received = clean.filter((event) => event.type === 'message.received').map(({ messageId }) => messageId);
    const fresh = await appendToInbox(tx, accountId, received, now);
    const work = await this.#startWork(tx, now);
    for (const event of clean) {
      const handled = this.#handleOne(work, event, fresh);
      if (handled instanceof Promise) await handled;
    }
  }

  /** `fresh`: the messages that were not here before. One that came twice at once is so for the first time only. */
  #handleOne(work: Work, event: ChatEvent, fresh: Set<string>): Awaitable<void> {
    if (event.type === 'message.echoed') return noteEcho(work, event, this.#options.onlineSince());
    if (event.type !== 'message.received') return this.#hear(work, event);
    return fresh.delete(event.messageId) ? this.#receive(work, event) : undefined;
  }

  async #hear(work: Work, event: RoomEvent): Promise<void> {
    const room = await findOrAddRoom(work.tx, work.account.id, event.room);
    await this.#tellListeners(work, event, room);
  }

  #receive(work: Work, message: ChatMessage): Awaitable<void> {
    const { tx, account } = work;
    if (!message.room) return this.#answer(work, message, undefined);
    return andThen(findOrAddRoom(tx, account.id, message.room), (room) => {
      if (!room.kind) return this.#answer(work, message, room);
      return andThen(this.#tellListeners(work, message, room), () => this.#answer(work, message, room));
    });
  }

  #answer(work: Work, message: ChatMessage, room: Room | undefined): Awaitable<void> {
    if (message.kind === 'picture' && room?.kind) this.#lookInto(message, room);
    return message.kind === 'text' ? answerMessage(messageWork(work, this.#options, message, room)) : undefined;
  }

  /** Behind everything else: where the transaction is undone, it is looked into for nothing. */
  #lookInto(message: ChatMessage, room: Room): void {
    const { room: place } = message;
    if (place && this.#options.catalogue.looksInto(room)) this.#options.requestCodes?.({ ...message, room: place });
  }

  async #startWork(tx: Tx, now: number): Promise<Work> {
    return startWork(this.#options, tx, await findOrAddAccount(tx, this.#options.accountName, now), now);
  }

  #tellListeners(work: Work, event: ChatEvent, room: Room): Awaitable<void> {
    const concerned = work.catalogue.listenersOf(event.type).filter((one) => one.concerns?.(event) !== false);
    if (concerned.length === 0) return undefined;
    const heard = listenerWork(work, event, room);
    let told: Awaitable<void> = undefined;
    for (const listener of concerned) {
      const explained = (error: unknown): void => void explain(error, listener.name, this.#options);
      told = andThen(told, () => inStep(work.tx, () => listener.run(heard), explained));
    }
    return told;
  }
}

function heardIn(event: ChatEvent): readonly Heard[] {
  if (event.type !== 'message.received' || !event.room) return [];
  return [{ room: event.room.platformId, sender: event.sender.platformId }];
}

/** Written out, since this happens for nearly every message. */
function listenerWork(
  { tx, now, account, pacing, profile, catalogue, pictures }: Work,
  event: ChatEvent,
  room: Room,
): ListenerWork<ChatEvent['type']> {
  const registered = room.kind === null ? undefined : room;
  const today = dayFor(registered, now);
  return { tx, now, account, pacing, profile, catalogue, pictures, event, room: registered, today };
}

/** Nearly every message is clean, and is handed on as it is. */
function cleanMessage(received: ChatMessage): ChatMessage {
  const messageId = cleanText(received.messageId);
  const text = cleanText(received.text);
  const name = cleanText(received.sender.name);
  const isClean = messageId === received.messageId && text === received.text && name === received.sender.name;
  return isClean ? received : { ...received, messageId, text, sender: { ...received.sender, name } };
}
