/** What a change of the connection leaves in the database: who we are, and a stop after an unexpected logout. */

import type { Logger } from 'pino';
import type { AccountId } from '../domain/ids.js';
import { beginsSession } from '../domain/session.js';
import type { ChatPerson, Connection } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import { findOrAddAccount, markLoggedIn } from '../storage/accounts.js';
import type { Database, Tx } from '../storage/database.js';
import { markOffline, markOnline, markSeenOnline } from '../storage/outages.js';
import { markSessionBegun, saveIdsStay } from '../storage/sessions.js';
import type { Alarm } from './alarm.js';
import { stopStarting } from './stop-starting.js';
import { untilStored } from './until-stored.js';

export interface ConnectionNotesOptions {
  readonly database: Database;
  readonly accountName: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly alarm: Alarm;
  /** Whether people and rooms keep their ids at a new login. */
  readonly idsStay: boolean;
}

export class ConnectionNotes {
  readonly #options: ConnectionNotesOptions;
  readonly #stopping = new AbortController();
  #writing: Promise<void> = Promise.resolve();

  constructor(options: ConnectionNotesOptions) {
    this.#options = options;
  }

  /** In order; never throws. */
  note(connection: Connection): void {
    const at = this.#options.clock.now();
    if (connection.state === 'online') this.#write('a login', () => this.#noteLogin(connection.self, at));
    if (connection.state === 'offline' || connection.state === 'scan')
      this.#write('a loss', () => this.#store(at, markOffline));
    if (connection.state === 'offline' && connection.loggedOut) this.#write('a logout', () => this.#noteLogout(at));
  }

  /** The account is online still: so it is known until when, should this process end all at once. Never throws. */
  noteSeen(): void {
    const at = this.#options.clock.now();
    this.#write('a moment online', () => this.#store(at, markSeenOnline));
  }

  /** Resolves when all is written that was noted so far, or cannot be now. */
  settle(): Promise<void> {
    return this.#writing;
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.settle();
  }

  #write(what: string, write: () => Promise<void>): void {
    this.#writing = this.#writing
      .then(write)
      .catch((error: unknown) => this.#options.log.warn({ err: error }, `${what} could not be noted`));
  }

  async #noteLogin({ platformId, name }: ChatPerson, at: number): Promise<void> {
    const { database, accountName, idsStay } = this.#options;
    const store = async (tx: Tx): Promise<void> => {
      const account = await findOrAddAccount(tx, accountName, at);
      if ((account.idsStay === 1) !== idsStay) await saveIdsStay(tx, account.id, idsStay);
      if (beginsSession(account, { platformId, idsStay })) await markSessionBegun(tx, account.id, at);
      await markLoggedIn(tx, account.id, platformId, name);
      await markOnline(tx, account.id, at);
    };
    if (idsStay) return database.transaction(store);
    // What comes in next would be taken for the former session's.
    return untilStored({ ...this.#options, stopping: this.#stopping.signal }, store);
  }

  async #store(at: number, mark: (tx: Tx, accountId: AccountId, at: number) => Promise<void>): Promise<void> {
    const { database, accountName } = this.#options;
    await database.transaction(async (tx) => mark(tx, (await findOrAddAccount(tx, accountName, at)).id, at));
  }

  async #noteLogout(at: number): Promise<void> {
    const { accountName, alarm, log } = this.#options;
    log.error('WeChat logged the account out: started messages stopped for two hours');
    const news = await untilStored({ ...this.#options, stopping: this.#stopping.signal }, async (tx) => {
      const { id: accountId } = await findOrAddAccount(tx, accountName, at);
      return stopStarting(tx, { accountId, cause: 'logout', at });
    });
    if (news) alarm.tell(news);
  }
}
