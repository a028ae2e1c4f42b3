/** What staff has decided about people and rooms: the bot invites once more or removes somebody on nothing less. */

export class Decided {
  readonly #counts = new Map<string, number>();

  note(choice: string, person: string, room: string): void {
    const key = `${choice} ${person} ${room}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  /** How often one of these was chosen. */
  times(choices: readonly string[], person: string, room: string): number {
    return choices.reduce((sum, choice) => sum + (this.#counts.get(`${choice} ${person} ${room}`) ?? 0), 0);
  }
}
