/**
 * Hears the server's news and goes on where it stopped after a lost connection.
 *
 * The browser reconnects by itself after a cut, but not after an answer like 503, and it never notices silence.
 */

import { batch } from '@preact/signals';
import type { SimulatedMessage } from '../../ports/simulated-wechat.js';
import type { Cast, FeedEvent } from '../feed-reader.js';
import type { Situation } from '../situation.js';
import { mergeMessages } from './merge-messages.js';
import { baseline, link, messages, people, recalledIds, rooms, situation } from './world.js';

type Messages = readonly SimulatedMessage[];
type EventName = FeedEvent['event'] | 'alive';

const silenceMilliseconds = 30_000;
const retryMilliseconds = 2_000;

const receive: Readonly<Record<EventName, (data: string) => void>> = {
  situation: (data) => (situation.value = parse<Situation>(data)),
  cast: (data) => batch(() => receiveCast(parse<Cast>(data))),
  fresh: (data) => batch(() => receiveFresh(parse<Messages>(data))),
  messages: (data) => (messages.value = mergeMessages(messages.value, parse<Messages>(data))),
  recalled: (data) => (recalledIds.value = new Set(parse<readonly string[]>(data))),
  alive: () => undefined,
};

export class LiveConnection {
  #events: EventSource | undefined;
  #cursor = '';
  #silence: ReturnType<typeof setTimeout> | undefined;

  open(): void {
    this.#events?.close();
    const events = new EventSource(`/api/events?after=${this.#cursor}`);
    events.addEventListener('open', () => this.#heard());
    events.addEventListener('error', () => this.#lost(events));
    for (const [name, take] of Object.entries(receive)) {
      events.addEventListener(name, ({ data, lastEventId }: MessageEvent<string>) => {
        take(data);
        this.#heard(lastEventId);
      });
    }
    this.#events = events;
    this.#heard(undefined, link.value);
  }

  #heard(cursor = '', state: typeof link.value = 'live'): void {
    link.value = state;
    if (cursor !== '') this.#cursor = cursor;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#reopen(), silenceMilliseconds);
  }

  #lost(events: EventSource): void {
    link.value = 'lost';
    if (events.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => void this.#knock(), retryMilliseconds);
  }

  #reopen(): void {
    link.value = 'lost';
    this.open();
  }

  /** A restarted server asks for the password again. */
  async #knock(): Promise<void> {
    const answer = await fetch('/').catch(() => undefined);
    if (answer?.status === 401) location.reload();
    else this.open();
  }
}

function receiveCast(cast: Cast): void {
  people.value = cast.people;
  rooms.value = cast.rooms;
}

function receiveFresh(sent: readonly SimulatedMessage[]): void {
  messages.value = sent;
  baseline.value = sent.at(-1)?.sequence ?? 0;
}

/** Our own server is trusted to send what its types say. */
function parse<Sent>(data: string): Sent {
  return JSON.parse(data) as Sent;
}
