/** Slows down password guessing: so many attempts a minute from one address, and ten times as many from all. */

const windowMilliseconds = 60_000;

export class AttemptLimit {
  readonly #monotonic: () => number;
  readonly #perMinute: number;
  readonly #attempts = new Map<string, number>();
  #total = 0;
  #since = Number.NEGATIVE_INFINITY;

  constructor(monotonic: () => number, perMinute: number) {
    this.#monotonic = monotonic;
    this.#perMinute = perMinute;
  }

  /** Counts an attempt; false when it must not be made. */
  allows(address: string): boolean {
    this.#startWindow();
    const attempts = (this.#attempts.get(address) ?? 0) + 1;
    // The total also bounds the map.
    if (attempts > this.#perMinute || this.#total >= this.#perMinute * 10) return false;
    this.#attempts.set(address, attempts);
    this.#total += 1;
    return true;
  }

  #startWindow(): void {
    const now = this.#monotonic();
    if (now - this.#since < windowMilliseconds) return;
    this.#since = now;
    this.#total = 0;
    this.#attempts.clear();
  }
}
