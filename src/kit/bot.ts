/** A whole bot for one account: what comes in, what is due, what goes out. Whoever composes it gives it everything. */

import type { PaymentNotice } from '../domain/payment-notice.js';
import type { ChatEvent, Connection } from '../ports/chat-gateway.js';
import { noCodes } from '../ports/code-reader.js';
import { noGraphics } from '../ports/graphic-renderer.js';
import { noPictures } from '../ports/picture-shelf.js';
import type { WakeUp } from '../ports/wake-ups.js';
import { findOrAddAccount } from '../storage/accounts.js';
import { Alarm } from './alarm.js';
import { beginDuty } from './begin-duty.js';
import type { BotOptions } from './bot-options.js';
import { ConnectionNotes } from './connection-notes.js';
import { ConnectionWatch } from './connection-watch.js';
import type { DispatcherOptions } from './dispatcher-options.js';
import { Dispatcher } from './dispatcher.js';
import { Intake } from './intake.js';
import { nextDueAt } from './next-due.js';
import { takeNotice } from './payments.js';
import { PictureCodes } from './picture-codes.js';
import { planDue } from './planner.js';
import { Sender } from './sender.js';
import { startWork } from './work.js';

export class Bot {
  readonly intake: Intake;
  readonly sender: Sender;
  readonly #options: BotOptions;
  readonly #watch: ConnectionWatch;
  readonly #notes: ConnectionNotes;
  readonly #codes: PictureCodes;
  #planning: Promise<void> = Promise.resolve();

  private constructor(options: BotOptions & Pick<DispatcherOptions, 'accountId'>, sender: Sender, alarm: Alarm) {
    const { database, gateway, clock, log } = options;
    this.#watch = new ConnectionWatch(clock, alarm);
    this.#notes = new ConnectionNotes({ ...options, alarm, idsStay: gateway.capabilities.stableIds });
    const requestRoster = (roomPlatformId: string): void => gateway.requestRoster(roomPlatformId);
    const onlineSince = (): number | undefined => this.#watch.onlineSince;
    const receive = (event: ChatEvent): Promise<void> => this.receive(event);
    this.#codes = new PictureCodes({ gateway, codes: options.codes ?? noCodes, log, receive });
    const requestCodes: DispatcherOptions['requestCodes'] = (message) => this.#codes.request(message);
    const dispatcher = new Dispatcher({ ...options, requestRoster, requestCodes, onlineSince });
    this.#options = options;
    this.sender = sender;
    this.intake = new Intake({ database, dispatcher, log, onStored: () => sender.kick() });
  }

  static async create(given: BotOptions): Promise<Bot> {
    const { database, accountName, clock, gateway, log, alerter, wording } = given;
    const options = gateway.capabilities.sendPicture ? given : { ...given, pictures: noPictures, graphics: noGraphics };
    const account = await database.transaction((tx) => findOrAddAccount(tx, accountName, clock.now()));
    const alarm = new Alarm({ alerter, clock, log, say: (news) => wording.alert(news, accountName) });
    const own = { ...options, accountId: account.id };
    return new Bot(own, new Sender({ graphics: noGraphics, ...own, alarm }), alarm);
  }

  receive(event: ChatEvent): Promise<void> {
    const { stableIds } = this.#options.gateway.capabilities;
    return stableIds ? this.intake.take(event) : this.#takeSettled(event);
  }

  /** A payment notice that was verified. Rejects when it could not be dealt with, or another process runs the account. */
  async takeNotice(notice: PaymentNotice): Promise<string> {
    const { database, accountName, clock } = this.#options;
    const became = await database.transaction(async (tx) => {
      const now = clock.now();
      return takeNotice(startWork(this.#options, tx, await findOrAddAccount(tx, accountName, now), now), notice);
    });
    this.sender.kick();
    return became;
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

  /** Resolves when no picture waits to be looked into; used in tests. */
  async settlePictures(): Promise<void> {
    await this.#codes.settle();
  }

  async stop(): Promise<void> {
    await this.#codes.stop();
    await this.intake.stop();
    await Promise.all([this.#planning, this.#notes.stop()]);
    await this.sender.stop();
  }

  /** Where ids change at a login, it has to be known to which login an id belongs. */
  async #takeSettled(event: ChatEvent): Promise<void> {
    await this.#notes.settle();
    await this.intake.take(event);
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
