/** A chat network in memory: takes what the bot sends and shows it to the test. */

import {
  type ChatGateway,
  type ChatPerson,
  type Connection,
  type GatewayCapabilities,
  type GatewayListener,
  type OutgoingMessage,
  type PlatformErrand,
  SendError,
} from '../../src/ports/chat-gateway.js';

export interface SentMessage {
  /** The platform id of the room or person. */
  readonly to: string;
  /** For a picture, what it shows. */
  readonly text: string;
  /** The name of the picture that was sent. */
  readonly picture?: string;
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
  readonly capabilities: GatewayCapabilities;
  readonly sent: SentMessage[] = [];
  readonly performed: PlatformErrand[] = [];
  readonly rosterRequests: string[] = [];
  #self: ChatPerson;
  /** Replaced by tests that make a send fail. */
  beforeSend: (message: OutgoingMessage) => void = () => {};

  /** Replaced by tests that make an errand fail. */
  beforePerform: (errand: PlatformErrand) => void = () => {};

  constructor(self: ChatPerson, capabilities: Partial<GatewayCapabilities> = {}) {
    this.#self = self;
    this.capabilities = { ...EVERYTHING, ...capabilities };
  }

  /** A new login, at which the platform calls the bot by another id. */
  logInAs(self: ChatPerson): void {
    this.#self = self;
  }

  /** Who hears what happens, once somebody listens. */
  listener: GatewayListener | undefined;

  async start(listener: GatewayListener): Promise<void> {
    this.listener = listener;
  }

  async stop(): Promise<void> {}

  connection(): Connection {
    return { state: 'online', self: this.#self };
  }

  requestRoster(roomPlatformId: string): void {
    this.rosterRequests.push(roomPlatformId);
  }

  /** By message id. */
  readonly shown = new Map<string, Uint8Array>();
  readonly picturesRead: string[] = [];

  async readPicture(messageId: string): Promise<Uint8Array> {
    this.picturesRead.push(messageId);
    const bytes = this.shown.get(messageId);
    if (bytes === undefined) throw new Error('The picture is gone.');
    return bytes;
  }

  async perform(errand: PlatformErrand): Promise<void> {
    this.beforePerform(errand);
    if (!this.#isAble(errand)) throw new SendError('not-sent', 'unsupported', 'unsupported');
    this.performed.push(errand);
  }

  #isAble({ do: what }: PlatformErrand): boolean {
    const { invite, remove, tag } = this.capabilities;
    if (what === 'invite') return invite;
    return what === 'remove' ? remove : tag;
  }

  async send(message: OutgoingMessage): Promise<{ readonly messageId: string }> {
    this.beforeSend(message);
    const to = 'roomPlatformId' in message.to ? message.to.roomPlatformId : message.to.personPlatformId;
    const { text, mentions, picture } = message;
    const said = { to, text, mentions: mentions.map((person) => person.platformId) };
    this.sent.push({ ...said, ...(picture && { picture: picture.name }) });
    return { messageId: `sent-${this.sent.length}` };
  }
}
