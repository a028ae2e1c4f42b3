/**
 * Classes and lead grades by hand: what the rules say of everybody each morning, and what a person decided, which stays.
 * Written from the product's own words; shares nothing with the bot.
 */

export type Class = '重点' | '潜力' | '一般' | '随机';
export type Grade = 'A' | 'B' | 'C' | 'D';

interface Said {
  readonly value: Class | Grade;
  readonly byHand: boolean;
}

export interface ClassFacts {
  /** Days of check-in among the last 7, 14 and 30. */
  readonly week: number;
  readonly fortnight: number;
  readonly month: number;
  readonly hasCard: boolean;
  /** In fen, without what was paid back. */
  readonly paid: number;
  readonly orders: number;
}

function classOf({ week, month, hasCard, paid }: ClassFacts): Class {
  if (paid >= 100_000 || (hasCard && month >= 20)) return '重点';
  if (!hasCard && week >= 5) return '潜力';
  return hasCard || month >= 8 ? '一般' : '随机';
}

/** Whoever has a card is no lead. */
function gradeOf({ week, fortnight, hasCard, orders }: ClassFacts): Grade | undefined {
  if (hasCard) return undefined;
  if (orders > 0 || week >= 5) return 'A';
  if (week >= 3) return 'B';
  return fortnight > 0 ? 'C' : 'D';
}

export class ClassBook {
  #said = new Map<string, Said>();

  /** As it is now, to come back to. */
  snapshot(): () => void {
    const kept = new Map(this.#said);
    return () => void (this.#said = kept);
  }

  /** Of the morning. */
  judge(person: string, facts: ClassFacts): void {
    this.#put(`${person} class`, classOf(facts));
    this.#put(`${person} grade`, gradeOf(facts));
  }

  /** A person's word holds until it is taken back. */
  decide(person: string, value: Class | Grade): void {
    this.#said.set(`${person} ${value.length === 1 ? 'grade' : 'class'}`, { value, byHand: true });
  }

  /** Nothing is said of them until the next morning. */
  leave(person: string): void {
    for (const axis of ['class', 'grade'])
      if (this.#said.get(`${person} ${axis}`)?.byHand) this.#said.delete(`${person} ${axis}`);
  }

  isDecided(person: string): boolean {
    return ['class', 'grade'].some((axis) => this.#said.get(`${person} ${axis}`)?.byHand);
  }

  is(person: string, value: Class | Grade): boolean {
    return this.#said.get(`${person} ${value.length === 1 ? 'grade' : 'class'}`)?.value === value;
  }

  /** As the bot says it; nothing where nobody was looked at yet. */
  sayingsOf(person: string): string[] {
    const [of, grade] = ['class', 'grade'].map((axis) => this.#said.get(`${person} ${axis}`)?.value);
    return [...(of ? [`分类 ${of}`] : []), ...(grade ? [`线索 ${grade}`] : [])];
  }

  lines(): Map<string, string> {
    return new Map(
      [...this.#said].map(([key, { value, byHand }]) => [key, `${value} ${byHand ? 'by hand' : 'by rule'}`]),
    );
  }

  #put(key: string, value: Class | Grade | undefined): void {
    if (this.#said.get(key)?.byHand) return;
    if (value === undefined) this.#said.delete(key);
    else this.#said.set(key, { value, byHand: false });
  }
}
