/**
 * One connection from its puppet's birth to its end: connecting, perhaps a scan, a login, and sooner or later the loss.
 *
 * It is never used again afterwards: wechaty leaks listeners when a bot is restarted.
 */

import type { Logger } from 'pino';
import type { Puppet, payloads } from 'wechaty-puppet';
import type { ChatEvent, ChatPerson } from '../../ports/chat-gateway.js';
import type { Clock } from '../../ports/clock.js';
import type { BotView } from './bot-view.js';
import { calmWechat4u } from './calm-wechat4u.js';
import { type ConnectionEnd, endByLogout } from './connection-end.js';
import { isRunning } from './is-running.js';
import { LoggedInBot } from './logged-in-bot.js';
import { openPuppet, type PuppetSource } from './open-puppet.js';
import { messageOf, plainReason } from './plain-reason.js';
import type { PuppetHabits } from './pulse.js';
import { PuppetEvents } from './puppet-events.js';
import { pause, untilAborted } from './waiting.js';
import { buildWechaty, retire, type WechatyBot } from './wechaty-bot.js';

export interface BotConnectionOptions {
  readonly puppet: PuppetSource;
  readonly clock: Clock;
  readonly habits: PuppetHabits;
  readonly log: Pick<Logger, 'warn'>;
  readonly memoryPath: string | undefined;
  readonly rosterGapMs: number;
  readonly rosterEveryMs: number;
  readonly onScan: (qrCode: string) => void;
  readonly onLogin: (self: ChatPerson) => void;
  readonly onEvent: (event: ChatEvent) => void;
}

/** A puppet that neither logs in nor shows a code within this time is tried again. */
const LOGIN_WITHIN_MS = 60_000;

export class BotConnection {
  readonly #options: BotConnectionOptions;
  readonly #over = new AbortController();
  #outcome: ConnectionEnd = { reason: '', loggedOut: false };
  /** The first error on the way to a login: those that follow are its echo. */
  #trouble: string | undefined;
  #lastLogged = '';
  #started: { readonly bot: WechatyBot; readonly puppet: Puppet; readonly events: PuppetEvents } | undefined;
  #scanned = false;
  #loggedIn: LoggedInBot | undefined;

  constructor(options: BotConnectionOptions) {
    this.#options = options;
  }

  /** Aborts when the connection is over. */
  get over(): AbortSignal {
    return this.#over.signal;
  }

  /** What a send needs; absent unless logged in. */
  view(): BotView | undefined {
    return this.over.aborted ? undefined : this.#loggedIn?.view;
  }

  requestRoster(roomId: string): void {
    this.#loggedIn?.requestRoster(roomId);
  }

  /** Connects and stays. Resolves when it is over; never rejects. */
  async live(): Promise<ConnectionEnd> {
    this.#connect().catch((error: unknown) => this.end(plainReason(error)));
    await untilAborted(this.over);
    return this.#outcome;
  }

  /** The first reason counts. */
  end(reason: string): void {
    this.#endBy({ reason, loggedOut: false });
  }

  /** Lets go of the platform. Bounded in time, never rejects. */
  async close(): Promise<void> {
    this.end('The connection was closed.');
    if (!this.#started) return;
    const { bot, puppet, events } = this.#started;
    events.close();
    await retire(bot, puppet);
  }

  #endBy(end: ConnectionEnd): void {
    if (this.over.aborted) return;
    this.#outcome = end;
    this.#loggedIn?.close();
    this.#over.abort();
  }

  async #connect(): Promise<void> {
    const { puppet: source, memoryPath } = this.#options;
    const puppet = await openPuppet(source);
    if (source.name === 'wechaty-puppet-wechat4u') calmWechat4u(puppet, (error) => this.end(plainReason(error)));
    const events = new PuppetEvents(puppet);
    this.#listen(puppet, events);
    const bot = await buildWechaty({ puppet, events, memoryPath, onError: (error) => this.#fault(error) });
    if (this.over.aborted) return;
    this.#started = { bot, puppet, events };
    await bot.start();
    if (!isRunning(puppet)) this.end(this.#whyNot('The puppet did not start.'));
    await pause(LOGIN_WITHIN_MS, this.over);
    if (!this.#loggedIn && !this.#scanned) this.end(this.#whyNot('The puppet did not log in within 60 seconds.'));
  }

  #listen(puppet: Puppet, events: PuppetEvents): void {
    events.on('scan', (scan) => this.#scan(scan));
    events.on('login', ({ contactId }) => this.#login(puppet, events, contactId));
    events.on('logout', (logout) => this.#endBy(endByLogout(logout, this.#loggedIn !== undefined)));
    events.on('stop', () => this.end(this.#whyNot('The puppet stopped.')));
  }

  #scan({ qrcode }: payloads.EventScan): void {
    this.#scanned = true;
    if (qrcode) this.#options.onScan(qrcode);
  }

  #login(puppet: Puppet, events: PuppetEvents, selfId: string): void {
    if (this.over.aborted || this.#loggedIn) return;
    const onFault = (error: unknown) => this.#fault(error);
    const onSilence = () => this.end('The puppet gave no sign of life.');
    this.#loggedIn = new LoggedInBot({ ...this.#options, puppet, events, selfId, onFault, onSilence });
  }

  /** Errors come for many reasons and rarely say which; what counts is whether the puppet still answers. */
  #fault(error: unknown): void {
    if (this.over.aborted) return;
    this.#logOnce(messageOf(error));
    if (this.#loggedIn) this.#loggedIn.doubt();
    else this.#trouble ??= plainReason(error);
  }

  /** A puppet without a network repeats itself. */
  #logOnce(trouble: string): void {
    if (trouble !== this.#lastLogged) this.#options.log.warn({ trouble }, 'the puppet reported an error');
    this.#lastLogged = trouble;
  }

  #whyNot(otherwise: string): string {
    return (!this.#loggedIn && this.#trouble) || otherwise;
  }
}
