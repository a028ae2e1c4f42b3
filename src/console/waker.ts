/** Lets one loop rest until there is something to do. A wake during work is not lost. */

export class Waker {
  #pending = false;
  #resolve: (() => void) | undefined;

  wake(): void {
    this.#pending = true;
    this.#resolve?.();
  }

  /** Resolves when woken, or when `milliseconds` passed. */
  async rest(milliseconds: number): Promise<void> {
    if (!this.#pending) await this.#untilWokenOr(milliseconds);
    this.#pending = false;
  }

  async #untilWokenOr(milliseconds: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#resolve = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#resolve = undefined;
  }
}
