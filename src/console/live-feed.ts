/** Keeps every open page up to date by server-sent events, and ends all of them when the server closes. */

import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Logger } from 'pino';
import type { SimulatedChange, SimulatedWeChat } from '../ports/simulated-wechat.js';
import { FeedReader, type FeedSource } from './feed-reader.js';
import type { Situation } from './situation.js';
import { Waker } from './waker.js';

export interface LiveFeedOptions {
  readonly log: Logger;
  readonly wechat: SimulatedWeChat | undefined;
  situation(): Situation;
}

const recalledAtMost = 100;
const maximumStreams = 50;
/** The connection, the claim code and the clock tell nobody when they change; they are looked at this often. */
const lookMilliseconds = 1_000;
/** While time is moved a week passes in seconds; a page that drew each message as it came would be the slowest part. */
const lookWhileMovingMilliseconds = 100;
/** A page takes a connection for lost when it hears nothing for three times as long. */
const looksPerHeartbeat = 10;
const retryMilliseconds = 1_000;

export class LiveFeed {
  readonly #source: FeedSource;
  readonly #log: Logger;
  readonly #wakers = new Set<Waker>();
  readonly #unsubscribe: (() => void) | undefined;
  #recalledIds: readonly string[] = [];
  #closed = false;

  constructor({ log, wechat, situation }: LiveFeedOptions) {
    this.#log = log;
    this.#source = { epoch: randomUUID().slice(0, 8), wechat, situation, recalledIds: () => this.#recalledIds };
    this.#unsubscribe = wechat?.subscribe((change) => this.#notice(change));
  }

  get crowded(): boolean {
    return this.#wakers.size >= maximumStreams;
  }

  wake(): void {
    for (const waker of this.#wakers) waker.wake();
  }

  /** `cursor`: the id of the last event that the page saw, to go on from there. */
  stream(c: Context, cursor: string | undefined): Response {
    const reader = new FeedReader(this.#source, cursor);
    return streamSSE(c, (stream) => this.#serve(stream, reader), this.#report);
  }

  close(): void {
    this.#closed = true;
    this.#unsubscribe?.();
    this.wake();
  }

  #notice(change: SimulatedChange): void {
    if (change.type === 'message' && change.message.kind === 'recalled') {
      this.#recalledIds = [...this.#recalledIds, change.message.id].slice(-recalledAtMost);
    }
    if (!this.#timeMoves()) this.wake();
  }

  #timeMoves(): boolean {
    return this.#source.situation().simulation?.moving ?? false;
  }

  readonly #report = async (err: Error): Promise<void> => {
    this.#log.error({ err }, 'a live page stopped');
  };

  async #serve(stream: SSEStreamingApi, reader: FeedReader): Promise<void> {
    const waker = new Waker();
    this.#wakers.add(waker);
    stream.onAbort(() => waker.wake());
    try {
      await stream.write(`retry: ${retryMilliseconds}\n\n`);
      await this.#pump(stream, reader, waker);
    } finally {
      this.#wakers.delete(waker);
    }
  }

  async #pump(stream: SSEStreamingApi, reader: FeedReader, waker: Waker): Promise<void> {
    let idle = 0;
    while (!stream.aborted && !this.#closed) {
      const events = reader.read();
      for (const event of events) await stream.writeSSE(event);
      idle = events.length > 0 ? 0 : idle + 1;
      if (idle % looksPerHeartbeat === looksPerHeartbeat - 1) await stream.writeSSE({ event: 'alive', data: '' });
      await waker.rest(this.#timeMoves() ? lookWhileMovingMilliseconds : lookMilliseconds);
    }
  }
}
