/**
 * WeChat through wechaty and any of its puppets: keeps a connection alive, whatever happens to it, and tells about it.
 *
 * Every connection has a new puppet and a new bot. Between two of them there is a growing pause.
 */

import type {
  ChatGateway,
  Connection,
  GatewayCapabilities,
  GatewayListener,
  OutgoingMessage,
  PlatformErrand,
} from '../../ports/chat-gateway.js';
import { backOff } from './back-off.js';
import { BotConnection } from './bot-connection.js';
import type { BotView } from './bot-view.js';
import { capabilitiesOf, isKnown } from './capabilities.js';
import type { ConnectionEnd } from './connection-end.js';
import { deliverEvent } from './deliver-event.js';
import type { WechatyGatewayOptions } from './gateway-options.js';
import { performErrand } from './perform-errand.js';
import type { PuppetHabits } from './pulse.js';
import { readPicture } from './read-picture.js';
import { sendMessage } from './send-message.js';
import { pause, within } from './waiting.js';
import { whileOnline } from './while-online.js';

/** A login that lasted this long was a good one: after it the pauses start small again. */
const GOOD_AFTER_MS = 60_000;
const STOP_WITHIN_MS = 5_000;

export function createWechatyGateway(options: WechatyGatewayOptions): ChatGateway {
  return new WechatyGateway(options);
}

class WechatyGateway implements ChatGateway {
  readonly capabilities: GatewayCapabilities;
  readonly #options: WechatyGatewayOptions;
  readonly #habits: PuppetHabits;
  #listener: GatewayListener | undefined;
  #connection: Connection = { state: 'stopped' };
  #bot: BotConnection | undefined;
  #stopping = new AbortController();
  #running: Promise<void> | undefined;
  #loggedInAt: number | undefined;

  constructor(options: WechatyGatewayOptions) {
    this.#options = options;
    this.#habits = { givesSigns: isKnown(options.puppet.name), answers: false };
    this.capabilities = { ...capabilitiesOf(options.puppet.name), ...options.capabilities };
  }

  connection(): Connection {
    return this.#connection;
  }

  async start(listener: GatewayListener): Promise<void> {
    if (this.#running) throw new Error('The gateway was started already.');
    this.#listener = listener;
    this.#stopping = new AbortController();
    this.#running = this.#keepConnected(this.#stopping.signal);
  }

  /** Resolves within five seconds, even in the middle of connecting. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#bot?.end('The gateway was stopped.');
    await within(STOP_WITHIN_MS, 'Stopping', this.#running ?? Promise.resolve()).catch(() => {});
    this.#running = undefined;
    this.#report({ state: 'stopped' });
  }

  requestRoster(roomPlatformId: string): void {
    this.#bot?.requestRoster(roomPlatformId);
  }

  async send(message: OutgoingMessage): Promise<{ readonly messageId?: string }> {
    return this.#whileOnline((view) => sendMessage(view, message, this.capabilities.mention));
  }

  async perform(errand: PlatformErrand): Promise<void> {
    await this.#whileOnline(async (view) => ({ done: await performErrand(view, errand, this.capabilities) }));
  }

  async readPicture(messageId: string): Promise<Uint8Array> {
    return this.#whileOnline((view) => readPicture(view, messageId));
  }

  #whileOnline<T extends object>(act: (view: BotView) => Promise<T>): Promise<T> {
    return whileOnline(this.#bot, this.#connection.state === 'online', act);
  }

  async #keepConnected(stopping: AbortSignal): Promise<void> {
    for (let failures = 1; !stopping.aborted; failures += 1) {
      this.#report({ state: 'connecting' });
      this.#bot = this.#newConnection();
      const bot = this.#bot;
      const end = await bot.live();
      if (this.#wasGood()) failures = 1;
      const wait = stopping.aborted ? 0 : this.#announceLoss(end, failures);
      await Promise.all([bot.close(), pause(wait, stopping)]);
    }
  }

  #newConnection(): BotConnection {
    const { puppet, clock, log, memoryPath, rosterGapMs = 1_000, rosterEveryMs = 30 * 60_000 } = this.#options;
    return new BotConnection({
      puppet,
      clock,
      log,
      habits: this.#habits,
      memoryPath,
      rosterGapMs,
      rosterEveryMs,
      onScan: (qrCode) => this.#report({ state: 'scan', qrCode }),
      onLogin: (self) => {
        this.#loggedInAt = clock.monotonic();
        this.#report({ state: 'online', self });
      },
      onEvent: (event) => void deliverEvent(this.#listener, event, log),
    });
  }

  #announceLoss({ reason, loggedOut }: ConnectionEnd, failures: number): number {
    const { clock, log, random = Math.random } = this.#options;
    const wait = backOff(failures, random);
    log.warn({ reason, waitMs: wait }, 'no connection to WeChat');
    const retryAt = clock.now() + wait;
    this.#report({ state: 'offline', reason, retryAt, ...(loggedOut && { loggedOut }) });
    return wait;
  }

  #wasGood(): boolean {
    const since = this.#loggedInAt;
    this.#loggedInAt = undefined;
    return since !== undefined && this.#options.clock.monotonic() - since >= GOOD_AFTER_MS;
  }

  #report(connection: Connection): void {
    if (this.#stopping.signal.aborted && connection.state !== 'stopped') return;
    this.#connection = connection;
    this.#listener?.onConnection(connection);
  }
}
