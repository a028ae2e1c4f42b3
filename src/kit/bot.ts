/** A whole bot for one account: what comes in, what is due, what goes out. Whoever composes it gives it everything. */

import type { Logger } from 'pino';
import type { ChatEvent, ChatGateway, ChatPerson, Connection } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import { findOrAddAccount, markLoggedIn } from '../storage/accounts.js';
import type { Database } from '../storage/database.js';
import { findNextDueAt } from '../storage/schedules.js';
import type { ClockGuard } from './clock-guard.js';
import type { DispatcherOptions } from './dispatcher-options.js';
import { Dispatcher } from './dispatcher.js';
import { Intake } from './intake.js';
import { planDue } from './planner.js';
import { Sender } from './sender.js';

export interface BotOptions extends Omit<DispatcherOptions, 'requestRoster'> {
  readonly database: Database;
  readonly gateway: ChatGateway;
  readonly clock: Clock;
  readonly log: Logger;
  /** Absent where the clock is moved by hand. */
  readonly clockGuard?: ClockGuard;
  random(): number;
}

export class Bot {
  readonly intake: Intake;
  readonly sender: Sender;
  readonly #options: BotOptions;
  #planning: Promise<void> = Promise.resolve();
  #noting: Promise<void> = Promise.resolve();

  private constructor(options: BotOptions, sender: Sender) {
    const { database, gateway, log } = options;
    const requestRoster = (roomPlatformId: string): void => gateway.requestRoster(roomPlatformId);
    const dispatcher = new Dispatcher({ ...options, requestRoster });
    this.#options = options;
    this.sender = sender;
    this.intake = new Intake({ database, dispatcher, log, onCommitted: () => sender.kick() });
  }

  static async create(options: BotOptions): Promise<Bot> {
    const { database, accountName, clock } = options;
    const account = await database.transaction((tx) => findOrAddAccount(tx, accountName, clock.now()));
    return new Bot(options, new Sender({ ...options, accountId: account.id }));
  }

  async receive(event: ChatEvent): Promise<void> {
    await this.intake.take(event);
  }

  /** Fills the slots that are due. One round at a time; never rejects. */
  async plan(): Promise<void> {
    this.#planning = this.#planning.then(() => this.#planOnce());
    return this.#planning;
  }

  /** The next moment at which a slot falls due. */
  async nextDueAt(): Promise<number | undefined> {
    return this.#options.database.transaction(findNextDueAt);
  }

  /** Notes who we are, and lets the sender look at the connection. */
  noteConnection(connection: Connection): void {
    if (connection.state === 'online') this.#noting = this.#noteLogin(connection.self);
    this.sender.kick();
  }

  async stop(): Promise<void> {
    await this.intake.stop();
    await Promise.all([this.#planning, this.#noting]);
    await this.sender.stop();
  }

  async #noteLogin({ platformId, name }: ChatPerson): Promise<void> {
    const { database, accountName, clock, log } = this.#options;
    try {
      await database.transaction(async (tx) => {
        const account = await findOrAddAccount(tx, accountName, clock.now());
        await markLoggedIn(tx, account.id, platformId, name);
      });
    } catch (error) {
      log.warn({ err: error }, 'login could not be noted');
    }
  }

  async #planOnce(): Promise<void> {
    const { clock, clockGuard, log } = this.#options;
    if (clockGuard?.trusts(clock.now(), clock.monotonic()) === false) {
      log.warn('the clock jumped: planning waits until it has held for a while');
      return;
    }
    try {
      const filled = await planDue(this.#options);
      if (filled > 0) this.sender.kick();
    } catch (error) {
      this.#options.log.warn({ err: error }, 'planning could not go on, trying again at the next tick');
    }
  }
}
