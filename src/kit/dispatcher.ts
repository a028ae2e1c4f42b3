/**
 * Takes each chat event, inside the transaction that it is given, to the handlers that want it.
 *
 * A message that was here before stops at the inbox. Handlers run in savepoints: what one of them wrote before it
 * failed is undone, and the others go on.
 */

import type { ChatEvent, ChatEvents, ChatMessage } from '../ports/chat-gateway.js';
import { findOrAddAccount } from '../storage/accounts.js';
import { cleanText } from '../storage/clean-text.js';
import { inStep, type Tx } from '../storage/database.js';
import { appendToInbox } from '../storage/inbox.js';
import { findOrAddRoom, type Room } from '../storage/rooms.js';
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
    const work = await this.#startWork(tx);
    for (const event of events) await this.#handleOne(work, event);
  }

  #handleOne(work: Work, event: ChatEvent): Promise<void> {
    if (event.type === 'message.echoed') return noteEcho(work, event, this.#options.onlineSince());
    if (event.type === 'message.received') return this.#receive(work, event);
    return this.#hear(work, event);
  }

  async #hear(work: Work, event: RoomEvent): Promise<void> {
    const room = await findOrAddRoom(work.tx, work.account.id, event.room);
    await this.#tellListeners(work, event, room);
  }

  async #receive(work: Work, received: ChatMessage): Promise<void> {
    const message = cleanMessage(received);
    const { tx, account, now } = work;
    if (!(await appendToInbox(tx, account.id, message.messageId, now))) return;
    const room = message.room && (await findOrAddRoom(tx, account.id, message.room));
    if (room?.kind) await this.#tellListeners(work, message, room);
    if (message.kind === 'picture' && room?.kind) this.#lookInto(message, room);
    if (message.kind === 'text') await answerMessage(messageWork(work, this.#options, message, room));
  }

  /** Behind everything else: where the transaction is undone, it is looked into for nothing. */
  #lookInto(message: ChatMessage, room: Room): void {
    const { room: place } = message;
    if (place && this.#options.catalogue.looksInto(room)) this.#options.requestCodes?.({ ...message, room: place });
  }

  async #startWork(tx: Tx): Promise<Work> {
    const { clock, accountName } = this.#options;
    const now = clock.now();
    return startWork(this.#options, tx, await findOrAddAccount(tx, accountName, now), now);
  }

  async #tellListeners(work: Work, event: ChatEvent, room: Room): Promise<void> {
    const registered = room.kind === null ? undefined : room;
    for (const listener of work.catalogue.listenersOf(event.type)) {
      if (listener.concerns?.(event) === false) continue;
      const today = dayFor(registered, work.now);
      const heard: ListenerWork<typeof event.type> = { ...work, event, room: registered, today };
      const explained = (error: unknown): void => void explain(error, listener.name, this.#options);
      await inStep(work.tx, () => listener.run(heard), explained);
    }
  }
}

/** Nearly every message is clean, and is handed on as it is. */
function cleanMessage(received: ChatMessage): ChatMessage {
  const messageId = cleanText(received.messageId);
  const text = cleanText(received.text);
  const name = cleanText(received.sender.name);
  const isClean = messageId === received.messageId && text === received.text && name === received.sender.name;
  return isClean ? received : { ...received, messageId, text, sender: { ...received.sender, name } };
}
