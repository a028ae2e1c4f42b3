/** When something was said in which chat, and when it was heard: what the bot says then may be its answer. */

const SECOND = 1_000;

export class Ears {
  /** In order. */
  readonly #spoken = new Map<string, number[]>();

  note(chat: string, at: number): void {
    const moments = this.#spoken.get(chat) ?? [];
    moments.push(at);
    this.#spoken.set(chat, moments);
  }

  /** What nobody has heard since then is heard now. */
  hearAgain(since: number, now: number): void {
    for (const [chat, moments] of this.#spoken) if ((moments.at(-1) ?? 0) >= since) this.note(chat, now);
  }

  wasSpokenIn(chat: string, at: number): boolean {
    const moments = this.#spoken.get(chat) ?? [];
    const last = moments[countUntil(moments, at) - 1];
    return last !== undefined && at - last <= SECOND;
  }

  firstOf(chat: string): number {
    return this.#spoken.get(chat)?.[0] ?? Infinity;
  }
}

/** How many of them are not later. */
function countUntil(moments: readonly number[], at: number): number {
  let [low, high] = [0, moments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moments[middle] ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
