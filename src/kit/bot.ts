/** A whole bot for one account: what comes in, what is due, what goes out. Whoever composes it gives it everything. */

import type { Logger } from 'pino';
import type { Alerter } from '../ports/alert.js';
import type { ChatEvent, ChatGateway, Connection } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import { type GraphicRenderer, noGraphics } from '../ports/graphic-renderer.js';
import { noPictures } from '../ports/picture-shelf.js';
import type { WakeUp, WakeUps } from '../ports/wake-ups.js';
import { findOrAddAccount } from '../storage/accounts.js';
import type { Database, Tx } from '../storage/database.js';
import { Alarm } from './alarm.js';
import { beginDuty } from './begin-duty.js';
import type { ClockGuard } from './clock-guard.js';
import { ConnectionNotes } from './connection-notes.js';
import { ConnectionWatch } from './connection-watch.js';
import type { DispatcherOptions } from './dispatcher-options.js';
import { Dispatcher } from './dispatcher.js';
import { Intake } from './intake.js';
import { nextDueAt } from './next-due.js';
import { planDue } from './planner.js';
import { Sender } from './sender.js';

export interface BotOptions extends Omit<DispatcherOptions, 'requestRoster' | 'onlineSince'> {
  readonly database: Database;
  readonly gateway: ChatGateway;
  readonly clock: Clock;
  readonly log: Logger;
  /** Absent where the clock is moved by hand. */
  readonly clockGuard?: ClockGuard;
  /** Absent where nothing draws. */
  readonly graphics?: GraphicRenderer;
  /** Absent where nobody wants to be told. */
  readonly alerter?: Alerter;
  /** Absent where rows are looked at by hand. */
  readonly wakeUps?: WakeUps<Tx>;
  random(): number;
}

export class Bot {
  readonly intake: Intake;
  readonly sender: Sender;
  readonly #options: BotOptions;
  readonly #watch: ConnectionWatch;
  readonly #notes: ConnectionNotes;
  #planning: Promise<void> = Promise.resolve();

  private constructor(options: BotOptions, sender: Sender, alarm: Alarm) {
    const { database, gateway, clock, log } = options;
    this.#watch = new ConnectionWatch(clock, alarm);
    this.#notes = new ConnectionNotes({ ...options, alarm, idsStay: gateway.capabilities.stableIds });
    const requestRoster = (roomPlatformId: string): void => gateway.requestRoster(roomPlatformId);
    const onlineSince = (): number | undefined => this.#watch.onlineSince;
    const dispatcher = new Dispatcher({ ...options, requestRoster, onlineSince });
    this.#options = options;
    this.sender = sender;
    this.intake = new Intake({ database, dispatcher, log, onCommitted: () => sender.kick() });
  }

  static async create(given: BotOptions): Promise<Bot> {
    const { database, accountName, clock, gateway, log, alerter, wording } = given;
    const options = gateway.capabilities.sendPicture ? given : { ...given, pictures: noPictures, graphics: noGraphics };
    const account = await database.transaction((tx) => findOrAddAccount(tx, accountName, clock.now()));
    const alarm = new Alarm({ alerter, clock, log, say: (news) => wording.alert(news, accountName) });
    return new Bot(options, new Sender({ graphics: noGraphics, ...options, accountId: account.id, alarm }), alarm);
  }

  async receive(event: ChatEvent): Promise<void> {
    // Where ids change at a login, it has to be known to which login an id belongs.
    if (!this.#options.gateway.capabilities.stableIds) await this.#notes.settle();
    await this.intake.take(event);
  }

  /** Fills the slots that are due. One round at a time; never rejects. */
  async plan(): Promise<void> {
    this.#planning = this.#planning.then(() => this.#planOnce());
    return this.#planning;
  }

  /** Before the first connection: what happened while no process ran the account. */
  async begin(): Promise<void> {
    await beginDuty(this.#options);
  }

  /** Looks at the rows themselves, whatever wake-ups came. To be called once a minute. Never rejects. */
  async sweep(): Promise<void> {
    if (this.#watch.onlineSince !== undefined) this.#notes.noteSeen();
    await this.plan();
    this.sender.kick();
  }

  /** Follows a hint that a row wants to be looked at. Never throws. */
  hear({ kind }: Pick<WakeUp, 'kind'>): void {
    if (kind === 'send') this.sender.kick();
    else this.#planning = this.plan();
  }

  /** The next moment at which a slot or an appointment falls due. */
  async nextDueAt(): Promise<number | undefined> {
    return this.#options.database.transaction((tx) => nextDueAt(tx));
  }

  /** Notes who we are and what became of the login, and lets the sender look at the connection. Never throws. */
  noteConnection(connection: Connection): void {
    this.#watch.note(connection);
    this.#notes.note(connection);
    this.sender.kick();
  }

  /** Tells a person when there has been no connection for long. To be called once a minute. */
  watchConnection(): void {
    this.#watch.look();
  }

  async stop(): Promise<void> {
    await this.intake.stop();
    await Promise.all([this.#planning, this.#notes.stop()]);
    await this.sender.stop();
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
