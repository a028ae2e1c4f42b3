/** Listens to a puppet in wechaty's stead, and stops listening all at once. */

import type { Puppet, payloads } from 'wechaty-puppet';

/** The events that this bot lives by, with what they carry. */
export interface PuppetNews {
  readonly scan: payloads.EventScan;
  readonly login: payloads.EventLogin;
  readonly logout: payloads.EventLogout;
  readonly error: payloads.EventError;
  readonly heartbeat: payloads.EventHeartbeat;
  readonly dong: payloads.EventDong;
  readonly message: payloads.EventMessage;
  readonly dirty: payloads.EventDirty;
  readonly 'room-join': payloads.EventRoomJoin;
  readonly 'room-leave': payloads.EventRoomLeave;
  readonly 'room-topic': payloads.EventRoomTopic;
  readonly stop: undefined;
}

type Handler = (...args: unknown[]) => void;

/** The part of an event emitter that is used; the puppet's own types allow only its documented events. */
interface Emitter {
  on(event: string, handler: Handler): void;
  off(event: string, handler: Handler): void;
  listeners(event: string): Handler[];
}

/**
 * What wechaty does with these is undone: for a room's first message it reads every member one by one, it drops a join
 * whose inviter it does not know, and it looks up rooms as people.
 */
const TAKEN_OVER = ['message', 'room-join', 'room-leave', 'room-topic', 'dirty'] as const;

export class PuppetEvents {
  readonly #emitter: Emitter;
  readonly #off: (() => void)[] = [];

  constructor(puppet: Puppet) {
    this.#emitter = puppet as unknown as Emitter;
  }

  on<Name extends keyof PuppetNews>(name: Name, handle: (news: PuppetNews[Name]) => void): void {
    const handler: Handler = (news) => handle(news as PuppetNews[Name]);
    this.#emitter.on(name, handler);
    this.#off.push(() => this.#emitter.off(name, handler));
  }

  /** Remembers who listens now, lets `setUp` add listeners, and answers how to remove those that it added. */
  async takeOver(setUp: () => Promise<void>): Promise<void> {
    const before = new Set(TAKEN_OVER.flatMap((name) => this.#emitter.listeners(name)));
    await setUp();
    for (const name of TAKEN_OVER) {
      for (const handler of this.#emitter.listeners(name)) {
        if (!before.has(handler)) this.#emitter.off(name, handler);
      }
    }
  }

  /** Errors may still come afterwards; without a listener they would end the process. */
  close(): void {
    for (const off of this.#off) off();
    this.#emitter.on('error', () => {});
  }
}
