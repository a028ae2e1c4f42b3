/**
 * A quarter in the life of a community: people with habits of their own, staff who do their work, and a bot that may die at
 * any moment. What people do is written into books of their own, and at the end the bot's tables have to say the same.
 */

import { randomOf } from '../faults/scale.js';
import { BroughtBook } from './brought-book.js';
import { dayAt, instantAt } from './calendar.js';
import { CardBook, type Kind } from './card-book.js';
import { answerInvitations, followMoves } from './comings-and-goings.js';
import { ConductBook } from './conduct-book.js';
import { CoreBook } from './core-book.js';
import { Decided } from './decided.js';
import { interview } from './interview.js';
import { Killer } from './killer.js';
import { LoanBook } from './loan-book.js';
import { lookAtAll } from './mornings.js';
import { MoveBook } from './move-book.js';
import { OrderBook } from './order-book.js';
import { settleIn } from './settle-in.js';
import { Stage } from './stage.js';
import { StudyBook } from './study-book.js';
import { TagBook } from './tag-book.js';
import { TierBook } from './tier-book.js';
import { type Course, foundTown, type Town, type TownSize } from './town.js';

const SECOND = 1_000;
const HOUR = 60 * 60 * SECOND;
/** Monday, 5 January 2026: months of 31 and of 28 days are ahead. */
const FIRST_DAY = 20_458;
const NINE = 9 * 60;

export interface QuarterOptions extends TownSize {
  readonly url: string;
  readonly seed: number;
  readonly kills: number;
}

/** What somebody does at some minutes of each day. */
export interface Habit {
  /** Since local midnight. */
  readonly minutes: readonly number[];
  act(quarter: Quarter): Promise<void> | void;
}

export class Quarter {
  readonly town: Town;
  readonly stage: Stage;
  readonly random: () => number;
  readonly cards = new CardBook();
  readonly orders = new OrderBook();
  readonly tags = new TagBook();
  readonly decided = new Decided();
  /** That staff has handed out or may hand out. */
  readonly codes: { readonly course: Course; readonly kind: Kind; readonly codes: string[] }[] = [];
  readonly study = new StudyBook();
  readonly moves = new MoveBook();
  readonly tiers = new TierBook();
  readonly conduct = new ConductBook();
  readonly loans = new LoanBook();
  readonly core = new CoreBook();
  readonly brought = new BroughtBook();
  /** What staff calls the way to a room, by room. */
  readonly roomSources = new Map<string, string>();
  readonly #options: QuarterOptions;
  readonly #killer: Killer;

  private constructor(options: QuarterOptions) {
    const { url, seed, kills, days } = options;
    this.#options = options;
    this.random = randomOf(seed);
    // What strikes the bot depends on how fast the machine is; what people do shall not.
    const luck = randomOf(seed + 1);
    this.town = foundTown(options, this.random);
    this.#killer = new Killer({
      kills,
      random: luck,
      from: instantAt(FIRST_DAY, NINE),
      until: instantAt(FIRST_DAY + days, NINE),
    });
    this.stage = new Stage({ url, random: luck, killer: this.#killer, start: instantAt(FIRST_DAY, NINE) });
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

  /** The day of the quarter, from 0. */
  get dayNumber(): number {
    return this.today - FIRST_DAY - 1;
  }

  readonly chance = (of: number): boolean => this.random() < of;

  async live(habits: readonly Habit[]): Promise<void> {
    this.#killer.begin();
    const minutes = [...new Set(habits.flatMap((habit) => habit.minutes))].toSorted((a, b) => a - b);
    for (let day = FIRST_DAY + 1; day <= FIRST_DAY + this.#options.days; day++) {
      for (const minute of minutes) {
        await this.stage.passTo(Math.max(instantAt(day, minute), this.stage.now + SECOND));
        this.moves.tick(this);
        for (const habit of habits.filter((one) => one.minutes.includes(minute))) await habit.act(this);
        await this.stage.passTo(this.stage.now + SECOND);
      }
    }
  }

  figures() {
    const { rooms, wechat, bots } = this.stage;
    const members = this.town.people.filter(({ platformId }) => rooms.hasCome(platformId)).length;
    const [orders, invitations, removals] = [this.orders.all().length, rooms.invitations.length, rooms.removals.length];
    return {
      members,
      said: wechat.said,
      heard: wechat.arrivals.length,
      orders,
      invitations,
      removals,
      kills: bots.deaths,
    };
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
