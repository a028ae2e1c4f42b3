/**
 * A WeChat with a ledger of its own, outside of the bot's process: what arrived in its chats, and what it still has to tell.
 *
 * It tells everything at least once: what the bot has not stored when it dies is told to its next life.
 */

import type { ChatEvent, ChatMessage, PlatformErrand } from '../../../src/ports/chat-gateway.js';
import { shuffled } from './scale.js';

/** Whether our own messages come back: also after a new login, only while connected, or never. */
export type EchoAbility = 'replay' | 'live' | 'none';

/** A connection that breaks in a send: before the platform took the message, or after. The bot cannot know which. */
export type SendFate = 'whole' | 'cut-before' | 'cut-after';

export interface Arrival {
  /** The platform id of the room or person. */
  readonly chat: string;
  readonly text: string;
  readonly at: number;
}

/** What the platform has done for the bot without words. */
export interface DoneErrand {
  readonly errand: PlatformErrand;
  readonly at: number;
}

export interface CutSend {
  readonly chat: string;
  readonly text: string;
  readonly fate: Exclude<SendFate, 'whole'>;
}

export class JudgeWeChat {
  readonly arrivals: Arrival[] = [];
  readonly errands: DoneErrand[] = [];
  readonly cuts: CutSend[] = [];
  readonly #echo: EchoAbility;
  /** Told, but not stored yet. */
  readonly #waiting = new Map<number, ChatEvent>();
  /** Everything that people have said, in order. */
  readonly #said: ChatMessage[] = [];
  #serial = 0;
  /** What becomes of the next send. */
  fate: () => SendFate = () => 'whole';
  /** What comes of an errand among people. */
  onErrand: (done: DoneErrand) => void = () => {};

  constructor(echo: EchoAbility) {
    this.#echo = echo;
  }

  /** Resolves to the message's id, or to nothing when the connection breaks. */
  take(chat: string, text: string, now: number): string | undefined {
    const fate = this.fate();
    if (fate !== 'whole') this.cuts.push({ chat, text, fate });
    if (fate === 'cut-before') return undefined;
    this.arrivals.push({ chat, text, at: now });
    const messageId = `own-${this.arrivals.length}`;
    if (this.#echo === 'replay' || (this.#echo === 'live' && fate === 'whole')) {
      this.tell({ type: 'message.echoed', messageId, sentAt: now, to: targetOf(chat), text });
    }
    return fate === 'whole' ? messageId : undefined;
  }

  /** As `take`; an errand has no echo. */
  perform(errand: PlatformErrand, now: number): string | undefined {
    const fate = this.fate();
    if (fate === 'cut-before') return undefined;
    const done = { errand, at: now };
    this.errands.push(done);
    this.onErrand(done);
    return fate === 'whole' ? `errand-${this.errands.length}` : undefined;
  }

  tell(event: ChatEvent): void {
    this.#waiting.set(++this.#serial, event);
    if (event.type === 'message.received') this.#said.push(event);
  }

  /**
   * A bad network: what waits comes in any order, a fifth of it later, and three of ten messages come once more, now or
   * later. Returns what is held back, to be told again.
   */
  muddle(random: () => number): readonly ChatEvent[] {
    const events = [...this.#waiting.values()];
    this.#waiting.clear();
    const again = events.filter(() => random() < 0.3);
    const late = new Set([...events, ...again].filter(() => random() < 0.2));
    const now = [...events, ...again].filter((event) => !late.has(event));
    for (const event of shuffled(now, random)) this.#waiting.set(++this.#serial, event);
    return [...late];
  }

  /** Everything said since then is told once more. */
  repeatSince(since: number): void {
    for (const message of this.#said) if (message.sentAt >= since) this.#waiting.set(++this.#serial, message);
  }

  get said(): number {
    return this.#said.length;
  }

  /** What nobody has stored yet, oldest first. */
  waiting(): readonly (readonly [number, ChatEvent])[] {
    return [...this.#waiting];
  }

  stored(number: number): void {
    this.#waiting.delete(number);
  }

  /** The bot is gone: where echoes are not kept, they are gone with it. */
  disconnected(): void {
    if (this.#echo !== 'live') return;
    for (const [number, event] of this.#waiting) if (event.type === 'message.echoed') this.#waiting.delete(number);
  }
}

function targetOf(chat: string) {
  return chat.endsWith('@chatroom') ? { roomPlatformId: chat } : { personPlatformId: chat };
}
