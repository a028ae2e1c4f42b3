/** The bot's side of the judge's WeChat: every send is asked of the judge, who may leave it without an answer. */

import type { Bot } from '../../../src/kit/bot.js';
import {
  type ChatGateway,
  type ChatPerson,
  type Connection,
  type GatewayCapabilities,
  type OutgoingMessage,
  type PlatformErrand,
  SendError,
} from '../../../src/ports/chat-gateway.js';
import { boundary } from './fatal-boundary.js';
import { type BotLine, SELF, type WishLine } from './protocol.js';

const CAPABILITIES: GatewayCapabilities = {
  mention: 'ids',
  sendPicture: true,
  invite: true,
  remove: true,
  announce: true,
  tag: true,
  alias: true,
  recall: true,
  stableIds: true,
  echo: true,
};

export function tell(line: BotLine): void {
  process.send?.(line);
}

export class JudgedGateway implements ChatGateway {
  readonly capabilities = CAPABILITIES;
  readonly #underway = new Map<number, (messageId: string | undefined) => void>();
  #self: ChatPerson = SELF;
  #serial = 0;
  isCut = false;

  async start(): Promise<void> {}
  async stop(): Promise<void> {}
  requestRoster(): void {}

  connection(): Connection {
    return this.isCut ? { state: 'offline', reason: 'The connection was cut.' } : { state: 'online', self: this.#self };
  }

  logInAs(self: ChatPerson): void {
    this.#self = self;
  }

  mend(bot: Bot): void {
    this.isCut = false;
    bot.noteConnection(this.connection());
  }

  async send({ to, text }: OutgoingMessage): Promise<{ readonly messageId: string }> {
    const chat = 'roomPlatformId' in to ? to.roomPlatformId : to.personPlatformId;
    return { messageId: await this.#ask((send) => ({ send, to: chat, text })) };
  }

  /** Resolves to the id of what the judge has taken. */
  async #ask(lineOf: (send: number) => WishLine): Promise<string> {
    boundary();
    const send = ++this.#serial;
    const answer = new Promise<string | undefined>((resolve) => this.#underway.set(send, resolve));
    tell(lineOf(send));
    const messageId = await answer;
    boundary();
    if (messageId !== undefined) return messageId;
    this.isCut = true;
    throw new SendError('unknown', 'unreachable', 'The connection was cut.');
  }

  /** Every picture that somebody is asked for has a code, which leads to somebody's WeChat. */
  async readPicture(): Promise<Uint8Array> {
    return new TextEncoder().encode('https://u.wechat.com/EAxJk88');
  }

  async perform(errand: PlatformErrand): Promise<void> {
    await this.#ask((send) => ({ send, errand }));
  }

  answer(send: number, messageId: string | undefined): void {
    this.#underway.get(send)?.(messageId);
    this.#underway.delete(send);
  }
}
