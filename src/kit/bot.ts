/** A whole bot for one account: what comes in, what is due, what goes out. Whoever composes it gives it everything. */

import type { Logger } from 'pino';
import type { ChatEvent, ChatGateway, Connection } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import { findOrAddAccount, markLoggedIn } from '../storage/accounts.js';
import type { Database } from '../storage/database.js';
import { findNextDueAt } from '../storage/schedules.js';
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
  random(): number;
}

export class Bot {
  readonly intake: Intake;
  readonly sender: Sender;
  readonly #options: BotOptions;
  #planning: Promise<void> = Promise.resolve();

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

  /** Notes who we are. Never rejects. */
  async noteConnection(connection: Connection): Promise<void> {
    const { database, accountName, clock, log } = this.#options;
    if (connection.state === 'online') {
      const { platformId, name } = connection.self;
      await database
        .transaction(async (tx) => {
          const account = await findOrAddAccount(tx, accountName, clock.now());
          await markLoggedIn(tx, account.id, platformId, name);
        })
        .catch((error: unknown) => log.warn({ err: error }, 'login could not be noted'));
    }
    this.sender.kick();
  }

  async stop(): Promise<void> {
    await this.intake.stop();
    await this.#planning;
    await this.sender.stop();
  }

  async #planOnce(): Promise<void> {
    try {
      const filled = await planDue(this.#options);
      if (filled > 0) this.sender.kick();
    } catch (error) {
      this.#options.log.warn({ err: error }, 'planning could not go on, trying again at the next tick');
    }
  }
}
