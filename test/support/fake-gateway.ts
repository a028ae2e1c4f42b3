/** A chat network in memory: takes what the bot sends and shows it to the test. */

import type {
  ChatGateway,
  ChatPerson,
  Connection,
  GatewayCapabilities,
  OutgoingMessage,
} from '../../src/ports/chat-gateway.js';

export interface SentText {
  /** The platform id of the room or person. */
  readonly to: string;
  readonly text: string;
  /** Platform ids of those mentioned. */
  readonly mentions: readonly string[];
}

const EVERYTHING: GatewayCapabilities = {
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

export class FakeGateway implements ChatGateway {
  readonly capabilities = EVERYTHING;
  readonly sent: SentText[] = [];
  readonly rosterRequests: string[] = [];
  readonly #self: ChatPerson;
  /** Replaced by tests that make a send fail. */
  beforeSend: (message: OutgoingMessage) => void = () => {};

  constructor(self: ChatPerson) {
    this.#self = self;
  }

  async start(): Promise<void> {}

  async stop(): Promise<void> {}

  connection(): Connection {
    return { state: 'online', self: this.#self };
  }

  requestRoster(roomPlatformId: string): void {
    this.rosterRequests.push(roomPlatformId);
  }

  async send(message: OutgoingMessage): Promise<{ readonly messageId: string }> {
    this.beforeSend(message);
    const to = 'roomPlatformId' in message.to ? message.to.roomPlatformId : message.to.personPlatformId;
    this.sent.push({ to, text: message.text, mentions: message.mentions.map((person) => person.platformId) });
    return { messageId: `sent-${this.sent.length}` };
  }
}
