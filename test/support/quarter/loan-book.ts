/** What is lent to whom, in which room, and until which instant. */

export interface Loan {
  readonly power: '答疑' | '提醒' | '隐藏';
  readonly until: number;
}

interface Spell extends Loan {
  readonly person: string;
  readonly room: string;
  readonly from: number;
}

export class LoanBook {
  #loans = new Map<string, Loan>();
  #spells: readonly Spell[] = [];

  /** As it is now, to come back to. */
  snapshot(): () => void {
    const [loans, spells] = [new Map(this.#loans), this.#spells];
    return () => {
      this.#loans = loans;
      this.#spells = spells;
    };
  }

  lend(person: string, room: string, loan: Loan & { readonly from: number }): void {
    this.#loans.set(`${person} ${room}`, loan);
    this.#spells = [...this.#spells, { ...loan, person, room }];
  }

  revoke(person: string, room: string, at: number): void {
    this.#loans.delete(`${person} ${room}`);
    this.#spells = this.#spells.map((one) =>
      one.person === person && one.room === room && one.until > at ? { ...one, until: at } : one,
    );
  }

  /** In force at that moment. */
  find(person: string, room: string, now: number): Loan | undefined {
    const loan = this.#loans.get(`${person} ${room}`);
    return loan && now < loan.until ? loan : undefined;
  }

  /** In any room. */
  isHelper(person: string, now: number): boolean {
    return [...this.#loans].some(([key, { until }]) => key.startsWith(`${person} `) && now < until);
  }

  /** In any room, at a moment that is past. */
  wasHelper(person: string, at: number): boolean {
    return this.#spells.some((one) => one.person === person && one.from <= at && at < one.until);
  }

  /** In force, by person and room. */
  lines(now: number): Map<string, string> {
    const held = [...this.#loans].filter(([, { until }]) => now < until);
    return new Map(held.map(([key, { power, until }]) => [key, `${power} ${until}`]));
  }
}
