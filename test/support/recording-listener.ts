/** A gateway's listener that keeps everything it is told, and waits for what a test expects. */

import type {
  ChatEvent,
  ChatEvents,
  ChatEventType,
  Connection,
  GatewayListener,
} from '../../src/ports/chat-gateway.js';

export class RecordingListener implements GatewayListener {
  readonly events: ChatEvent[] = [];
  readonly connections: Connection[] = [];
  readonly #waiting = new Set<() => void>();

  async onEvent(event: ChatEvent): Promise<void> {
    this.events.push(event);
    for (const look of this.#waiting) look();
  }

  onConnection(connection: Connection): void {
    this.connections.push(connection);
    for (const look of this.#waiting) look();
  }

  of<Type extends ChatEventType>(type: Type): readonly ChatEvents[Type][] {
    return this.events.filter((event): event is ChatEvents[Type] => event.type === type);
  }

  /** The first event of this type that fits, now or within the time. */
  event<Type extends ChatEventType>(
    type: Type,
    fits: (event: ChatEvents[Type]) => boolean = () => true,
    withinMs = 5_000,
  ): Promise<ChatEvents[Type]> {
    return this.#until(`${type}`, () => this.of(type).find(fits), withinMs);
  }

  /** The first connection in this state after the first `skip` reports. */
  connection<State extends Connection['state']>(
    state: State,
    { skip = 0, withinMs = 5_000 }: { skip?: number; withinMs?: number } = {},
  ): Promise<Extract<Connection, { state: State }>> {
    const fits = (c: Connection): c is Extract<Connection, { state: State }> => c.state === state;
    return this.#until(state, () => this.connections.slice(skip).find(fits), withinMs);
  }

  #until<T>(what: string, find: () => T | undefined, withinMs: number): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        settle();
      };
      const timer = setTimeout(() => done(() => reject(new Error(`No ${what}: ${this.#story()}`))), withinMs);
      const look = () => {
        const found = find();
        if (found !== undefined) done(() => resolve(found));
      };
      this.#waiting.add(look);
      look();
    });
  }

  #story(): string {
    return JSON.stringify([...this.connections, ...this.events.slice(-10)]);
  }
}
