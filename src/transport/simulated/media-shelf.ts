/** Bytes of pictures and files by message, bounded in number and weight: the oldest fall off. */

import type { WorldMedia } from './world-state.js';

export interface ShelfLimits {
  readonly count: number;
  readonly bytes: number;
}

export class MediaShelf {
  readonly #limits: ShelfLimits;
  readonly #media = new Map<string, WorldMedia>();
  #weight = 0;

  constructor(limits: ShelfLimits, media: Iterable<readonly [string, WorldMedia]> = []) {
    this.#limits = limits;
    for (const [key, item] of media) this.put(key, item);
  }

  find(key: string): WorldMedia | undefined {
    return this.#media.get(key);
  }

  put(key: string, item: WorldMedia): void {
    this.remove(key);
    this.#media.set(key, item);
    this.#weight += item.bytes.byteLength;
    this.#trim();
  }

  remove(key: string): void {
    this.#weight -= this.#media.get(key)?.bytes.byteLength ?? 0;
    this.#media.delete(key);
  }

  entries(): IterableIterator<[string, WorldMedia]> {
    return this.#media.entries();
  }

  #trim(): void {
    for (const key of this.#media.keys()) {
      if (this.#media.size <= this.#limits.count && this.#weight <= this.#limits.bytes) return;
      this.remove(key);
    }
  }
}
