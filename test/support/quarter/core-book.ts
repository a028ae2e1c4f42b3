/** Who was asked to be a core user, and what they and staff said to it. */

export type CoreState = 'passed' | 'invited' | 'declined' | 'active' | 'left' | 'removed';

interface Standing {
  readonly state: CoreState;
  readonly at: number;
}

const DAY_MS = 86_400_000;
const ANSWER_WITHIN = 7 * DAY_MS;
const REST = 30 * DAY_MS;

export class CoreBook {
  readonly #standings = new Map<string, Standing>();

  put(person: string, state: CoreState, at: number): void {
    this.#standings.set(person, { state, at });
  }

  is(person: string, state: CoreState): boolean {
    return this.#standings.get(person)?.state === state;
  }

  /** Waits for an answer that would still count. */
  isAsked(person: string, now: number): boolean {
    const standing = this.#standings.get(person);
    return standing?.state === 'invited' && now - standing.at <= ANSWER_WITHIN;
  }

  mayBeAsked(person: string, now: number): boolean {
    const standing = this.#standings.get(person);
    if (standing === undefined || standing.state === 'passed') return true;
    return standing.state !== 'active' && now - standing.at > REST;
  }

  /** Core users, and those who may become one at any time. */
  taken(now: number): number {
    return [...this.#standings.keys()].filter((person) => this.is(person, 'active') || this.isAsked(person, now))
      .length;
  }

  lines(): Map<string, string> {
    return new Map([...this.#standings].map(([person, { state }]) => [person, state]));
  }
}
