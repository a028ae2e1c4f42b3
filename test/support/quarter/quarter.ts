/**
 * A quarter in the life of a community: people with habits of their own, staff who do their work, and a bot that may die at
 * any moment, and is away for hours now and then. What people do is written into books of their own, and at the end the
 * bot's tables have to say the same.
 */

import { randomOf } from '../faults/scale.js';
import { isAway } from './absences.js';
import { Books } from './books.js';
import { dayAt, instantAt, minuteAt } from './calendar.js';
import { answerInvitations, followMoves } from './comings-and-goings.js';
import { interview } from './interview.js';
import { Killer } from './killer.js';
import { isMissed, lookAtAll } from './mornings.js';
import { settleIn } from './settle-in.js';
import { Stage } from './stage.js';
import { type Character, foundTown, type Town, type TownSize } from './town.js';

const SECOND = 1_000;
const HOUR = 60 * 60 * SECOND;
/** Monday, 5 January 2026: months of 31 and of 28 days are ahead. */
const FIRST_DAY = 20_458;
const NINE = 9 * 60;

export interface QuarterOptions extends TownSize {
  readonly url: string;
  readonly seed: number;
  readonly kills: number;
  /** Bots on the same data, of which one works. */
  readonly processes: number;
}

/** What somebody does at some minutes of each day. */
export interface Habit {
  /** Since local midnight. */
  readonly minutes: readonly number[];
  /** Done whether or not there is a bot: said to the room, and not to it. */
  readonly withoutBot?: boolean;
  act(quarter: Quarter): Promise<void> | void;
}

export class Quarter extends Books {
  readonly town: Town;
  readonly stage: Stage;
  readonly random: () => number;
  readonly #people: ReadonlyMap<string, Character>;
  readonly #options: QuarterOptions;
  readonly #killer: Killer;
  /** What the bot hears once it is back. */
  #unheard: (() => void)[] = [];

  private constructor(options: QuarterOptions) {
    super();
    const { url, seed, kills, days, processes } = options;
    this.#options = options;
    this.random = randomOf(seed);
    // What strikes the bot depends on how fast the machine is; what people do shall not.
    const luck = randomOf(seed + 1);
    this.town = foundTown(options, this.random);
    this.#people = new Map(this.town.people.map((person) => [person.platformId, person]));
    const [from, until] = [instantAt(FIRST_DAY, NINE), instantAt(FIRST_DAY + days, NINE)];
    this.#killer = new Killer({ kills, random: luck, from, until });
    this.stage = new Stage({ url, random: luck, killer: this.#killer, start: from, processes });
  }

  static async open(options: QuarterOptions): Promise<Quarter> {
    const quarter = new Quarter(options);
    await quarter.stage.bots.begin();
    answerInvitations(quarter);
    followMoves(quarter);
    await settleIn(quarter);
    return quarter;
  }

  get url(): string {
    return this.#options.url;
  }

  get today(): number {
    return dayAt(this.stage.now);
  }

  /** Since midnight. */
  get minute(): number {
    return minuteAt(this.stage.now);
  }

  /** On which the bot settled in. */
  readonly firstDay = FIRST_DAY;
  /** The day of the quarter, from 0. */
  get dayNumber(): number {
    return this.today - FIRST_DAY - 1;
  }

  readonly chance = (of: number): boolean => this.random() < of;

  person(platformId: string): Character | undefined {
    return this.#people.get(platformId);
  }

  /** At once, or when the bot is back. */
  onceHeard(note: () => void): void {
    if (this.stage.isDeserted) this.#unheard.push(note);
    else note();
  }

  async live(habits: readonly Habit[]): Promise<void> {
    this.#killer.begin();
    const minutes = [...new Set(habits.flatMap((habit) => habit.minutes))].toSorted((a, b) => a - b);
    for (let day = FIRST_DAY + 1; day <= FIRST_DAY + this.#options.days; day++)
      for (const minute of minutes) await this.#spend(day, minute, habits);
  }

  async #spend(day: number, minute: number, habits: readonly Habit[]): Promise<void> {
    const { stage } = this;
    const now = Math.max(instantAt(day, minute), stage.now + SECOND);
    const due = habits.filter((one) => one.minutes.includes(minute));
    if (isAway(day - FIRST_DAY - 1, minute)) {
      await stage.desert(now);
      for (const habit of due.filter(({ withoutBot }) => withoutBot)) await habit.act(this);
      return;
    }
    if (stage.isDeserted) await this.#comeBack(now);
    else await stage.passTo(now);
    this.moves.tick(this);
    for (const habit of due) await habit.act(this);
    await stage.settle();
  }

  /** It looks at what it has missed before it hears what was said meanwhile. */
  async #comeBack(now: number): Promise<void> {
    const since = await this.stage.comeBack(now);
    lookAtAll(this, (place) => isMissed(place, since, now));
    for (const note of this.#unheard.splice(0)) note();
  }

  /**
   * Nothing goes wrong from here on: all that is open comes to its end by the next evening, staff asks around, and the bot
   * ends. Resolves to what it said that is not so.
   */
  async close(): Promise<string[]> {
    this.#killer.rest();
    const until = instantAt(this.today + 1, NINE) + 9 * HOUR;
    while (this.stage.now < until) await this.stage.passTo(this.stage.now + HOUR / 2);
    lookAtAll(this);
    const faults = await interview(this);
    await this.stage.bots.end();
    return faults;
  }
}
