/** Lets events be prepared side by side, since that may take calls to the platform, and hands them out in order. */

import type { ChatEvent } from '../../ports/chat-gateway.js';

export interface OrderedEventsOptions {
  readonly deliver: (event: ChatEvent) => void;
  /** Told of an event that could not be prepared; it is lost. */
  readonly onLost: (error: unknown) => void;
}

interface Place {
  isReady: boolean;
  event: ChatEvent | undefined;
}

/** Everybody waits for the first in line; one that is still not ready at the second look is passed over. */
const LOOK_EVERY_MS = 15_000;

export class OrderedEvents {
  readonly #options: OrderedEventsOptions;
  readonly #timer: NodeJS.Timeout;
  #line: Place[] = [];
  /** Those before this place in the line are served. */
  #next = 0;
  #lookedAt: Place | undefined;
  #closed = false;

  constructor(options: OrderedEventsOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  /** `event` is under way already; what it resolves to is delivered after everything pushed before. */
  push(event: Promise<ChatEvent | undefined>): void {
    const place: Place = { isReady: false, event: undefined };
    this.#line.push(place);
    event.then(
      (ready) => this.#fill(place, ready),
      (error: unknown) => this.#fill(place, this.#lose(error)),
    );
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#timer);
  }

  #lose(error: unknown): undefined {
    this.#options.onLost(error);
    return undefined;
  }

  #fill(place: Place, event: ChatEvent | undefined): void {
    if (place.isReady) return;
    place.event = event;
    place.isReady = true;
    this.#serve();
  }

  #serve(): void {
    for (let place = this.#line[this.#next]; place?.isReady; place = this.#line[this.#next]) {
      this.#next += 1;
      if (place.event && !this.#closed) this.#options.deliver(place.event);
    }
    if (this.#next < this.#line.length && this.#next < 1_024) return;
    this.#line = this.#line.slice(this.#next);
    this.#next = 0;
  }

  #look(): void {
    const first = this.#line[this.#next];
    if (first && first === this.#lookedAt) this.#fill(first, this.#lose(new Error('The platform did not answer.')));
    this.#lookedAt = this.#line[this.#next];
  }
}
