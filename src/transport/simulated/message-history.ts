/** The latest messages of the world, oldest first. Sequences are gapless, so a place is found by counting. */

import type { WorldMessage } from './world-state.js';

export type MessageDraft = Omit<WorldMessage, 'id' | 'sequence'>;

export class MessageHistory {
  readonly #limit: number;
  readonly #mark: string;
  readonly #byId = new Map<string, WorldMessage>();
  #messages: WorldMessage[];
  #sequence: number;

  constructor(options: { readonly limit: number; readonly mark: string; readonly sequence: number }) {
    this.#limit = options.limit;
    this.#mark = options.mark;
    this.#sequence = options.sequence;
    this.#messages = [];
  }

  get sequence(): number {
    return this.#sequence;
  }

  restore(messages: readonly WorldMessage[]): void {
    this.#messages = messages.slice(-this.#limit);
    for (const message of this.#messages) this.#byId.set(message.id, message);
  }

  append(draft: MessageDraft): WorldMessage {
    const sequence = ++this.#sequence;
    const message = { ...draft, sequence, id: `msg_${this.#mark}_${sequence}` };
    this.#messages.push(message);
    this.#byId.set(message.id, message);
    this.#trim();
    return message;
  }

  find(id: string): WorldMessage | undefined {
    return this.#byId.get(id);
  }

  replace(message: WorldMessage): void {
    const place = message.sequence - this.#firstSequence();
    if (this.#messages[place]?.id !== message.id) return;
    this.#messages[place] = message;
    this.#byId.set(message.id, message);
  }

  /** Oldest first, at most `limit`, the latest ones that came after `sequence`. */
  after(sequence: number, limit: number): readonly WorldMessage[] {
    const from = Math.max(0, sequence - this.#firstSequence() + 1, this.#messages.length - limit);
    return this.#messages.slice(from);
  }

  all(): readonly WorldMessage[] {
    return this.#messages.slice(-this.#limit);
  }

  #firstSequence(): number {
    return this.#messages[0]?.sequence ?? this.#sequence + 1;
  }

  /** Cuts a quarter at a time, so that a message costs the same however long the history is. */
  #trim(): void {
    if (this.#messages.length <= this.#limit * 1.25) return;
    const dropped = this.#messages.splice(0, this.#messages.length - this.#limit);
    for (const message of dropped) this.#byId.delete(message.id);
  }
}
