/** Hands news to whoever listens. A listener that throws does not keep it from the others, and never reaches the teller. */

export class News<T> {
  readonly #listeners = new Set<(item: T) => void>();
  readonly #onFault: (fault: unknown) => void;

  constructor(onFault: (fault: unknown) => void) {
    this.#onFault = onFault;
  }

  listen(listener: (item: T) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  tell(item: T): void {
    for (const listener of this.#listeners) {
      try {
        listener(item);
      } catch (error) {
        this.#onFault(error);
      }
    }
  }
}
