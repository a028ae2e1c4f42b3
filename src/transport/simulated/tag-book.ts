/** The bot's tags on its contacts. */

export type TagSnapshot = Readonly<Record<string, readonly string[]>>;

export class TagBook {
  readonly #tags: Map<string, Set<string>>;

  constructor(tags: TagSnapshot = {}) {
    this.#tags = new Map(Object.entries(tags).map(([tag, people]) => [tag, new Set(people)]));
  }

  add(tag: string, personId: string): void {
    const people = this.#tags.get(tag) ?? new Set();
    this.#tags.set(tag, people.add(personId));
  }

  remove(tag: string, personId: string): void {
    this.#tags.get(tag)?.delete(personId);
  }

  drop(tag: string): void {
    this.#tags.delete(tag);
  }

  all(): readonly string[] {
    return [...this.#tags.keys()];
  }

  of(personId: string): readonly string[] {
    return this.all().filter((tag) => this.#tags.get(tag)?.has(personId));
  }

  snapshot(): TagSnapshot {
    return Object.fromEntries([...this.#tags].map(([tag, people]) => [tag, [...people]]));
  }
}
