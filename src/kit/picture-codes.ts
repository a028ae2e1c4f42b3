/**
 * Looks for codes in pictures that members sent, behind everything else: one picture at a time, and what comes while many wait is left
 * alone. What it finds comes back as an event of its own; what waits at the end of the process is forgotten.
 */

import type { Logger } from 'pino';
import type { ChatEvent, ChatGateway, ChatMessage, ChatRoom } from '../ports/chat-gateway.js';
import type { CodeReader } from '../ports/code-reader.js';

export interface PictureCodesOptions {
  readonly gateway: Pick<ChatGateway, 'readPicture'>;
  readonly codes: CodeReader;
  readonly log: Logger;
  receive(event: ChatEvent): Promise<void>;
}

type PictureMessage = ChatMessage & { readonly room: ChatRoom };

const MOST_WAITING = 50;

export class PictureCodes {
  readonly #options: PictureCodesOptions;
  readonly #waiting = new Map<string, PictureMessage>();
  #running: Promise<void> | undefined;

  constructor(options: PictureCodesOptions) {
    this.#options = options;
  }

  /** Never throws. A message that is asked for twice is looked into once while it waits. */
  request(message: PictureMessage): void {
    if (this.#waiting.size >= MOST_WAITING) {
      this.#options.log.warn({ waiting: MOST_WAITING }, 'a picture was not looked into: too many wait');
      return;
    }
    this.#waiting.set(message.messageId, message);
    this.#running ??= this.#run();
  }

  /** Resolves when nothing waits any more. */
  async settle(): Promise<void> {
    while (this.#running) await this.#running;
  }

  async stop(): Promise<void> {
    this.#waiting.clear();
    await this.#options.codes.close();
    await this.settle();
  }

  async #run(): Promise<void> {
    // Not before the transaction is over that brought it.
    await new Promise<void>((resolve) => void setImmediate(resolve));
    for (const [id, message] of this.#waiting) {
      await this.#look(message);
      this.#waiting.delete(id);
    }
    this.#running = undefined;
  }

  async #look(message: PictureMessage): Promise<void> {
    const { gateway, codes: reader, log, receive } = this.#options;
    const { messageId, room, sender, sentAt } = message;
    try {
      const codes = await reader.read(await gateway.readPicture(messageId));
      if (codes.length > 0) await receive({ type: 'picture.read', messageId, room, sender, at: sentAt, codes });
    } catch (error) {
      log.warn({ err: error }, 'a picture could not be looked into');
    }
  }
}
