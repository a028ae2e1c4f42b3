/** What staff has decided about people and rooms: the bot invites once more or removes somebody on nothing less. */

import { tally } from '../faults/tally.js';

export class Decided {
  readonly #noted: string[] = [];

  note(choice: string, person: string, room: string): void {
    this.#noted.push(`${choice} ${person} ${room}`);
  }

  /** How often one of these was chosen. */
  times(choices: readonly string[], person: string, room: string): number {
    const counts = tally(this.#noted);
    return choices.reduce((sum, choice) => sum + (counts.get(`${choice} ${person} ${room}`) ?? 0), 0);
  }
}
