/** Whose code each newcomer said, the first of them. */

export class BroughtBook {
  /** By code, whose it is. */
  readonly codes = new Map<string, string>();
  readonly #by = new Map<string, string>();

  note(newcomer: string, inviter: string): void {
    if (!this.#by.has(newcomer)) this.#by.set(newcomer, inviter);
  }

  by(newcomer: string): string | undefined {
    return this.#by.get(newcomer);
  }

  all(): readonly (readonly [newcomer: string, inviter: string])[] {
    return [...this.#by];
  }
}
