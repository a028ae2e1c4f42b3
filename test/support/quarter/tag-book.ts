/**
 * Tags by hand: who has which, by whom and until when, and what a hand took away, which no rule gives again. Written
 * from the product's own words; shares nothing with the bot.
 */

export type TagSource = 'manual' | 'rule' | 'self' | 'move' | 'order';

interface Tag {
  readonly source: TagSource;
  /** When its last day ends; null for one without an end. */
  readonly until: number | null;
  /** Taken away; by hand it stays away from rules. */
  readonly gone?: 'by-hand' | 'otherwise';
}

const WEAK_TO_STRONG: readonly TagSource[] = ['rule', 'move', 'order', 'self', 'manual'];

export class TagBook {
  #tags = new Map<string, Tag>();

  /** As it is now, to come back to. */
  snapshot(): () => void {
    const kept = new Map(this.#tags);
    return () => void (this.#tags = kept);
  }

  has(person: string, tag: string, now: number): boolean {
    return this.#held(person, tag, now) !== undefined;
  }

  give(
    person: string,
    tag: string,
    gift: { readonly source: TagSource; readonly until?: number; readonly now: number },
  ): void {
    const { source, until = null, now } = gift;
    const held = this.#held(person, tag, now);
    const known = this.#tags.get(keyOf(person, tag));
    if (held && isStronger(held.source, source)) return;
    if (source === 'rule' && (held || known?.gone === 'by-hand')) return;
    this.#tags.set(keyOf(person, tag), { source, until });
  }

  take(person: string, tag: string, source: TagSource, now: number): void {
    const held = this.#held(person, tag, now);
    if (!held || (source !== 'manual' && source !== held.source)) return;
    const gone = source === 'manual' || source === 'self' ? 'by-hand' : 'otherwise';
    this.#tags.set(keyOf(person, tag), { ...held, gone });
  }

  /** Who is meant by a rule has its tag, and who is not any more has not. */
  rule(
    tag: string,
    meant: ReadonlySet<string>,
    { now, concerns }: { readonly now: number; concerns(person: string): boolean },
  ): void {
    for (const [key, held] of this.#tags) {
      const [person = '', name] = key.split(' ');
      const isRule = name === tag && held.source === 'rule';
      if (isRule && !meant.has(person) && concerns(person)) this.take(person, tag, 'rule', now);
    }
    for (const person of meant) this.give(person, tag, { source: 'rule', now });
  }

  /** Those that hold, by person and tag. */
  lines(now: number): Map<string, string> {
    const held = [...this.#tags].filter(([, tag]) => holds(tag, now));
    return new Map(held.map(([key, { source, until }]) => [key, `${source} ${until}`]));
  }

  #held(person: string, tag: string, now: number): Tag | undefined {
    const known = this.#tags.get(keyOf(person, tag));
    return known && holds(known, now) ? known : undefined;
  }
}

function keyOf(person: string, tag: string): string {
  return `${person} ${tag}`;
}

function holds({ until, gone }: Tag, now: number): boolean {
  return gone === undefined && (until === null || now < until);
}

function isStronger(held: TagSource, other: TagSource): boolean {
  return WEAK_TO_STRONG.indexOf(held) > WEAK_TO_STRONG.indexOf(other);
}
