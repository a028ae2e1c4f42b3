/**
 * The one sender of an account: one message on its way at a time, in order of priority, at a human pace.
 *
 * A message is marked as sending, and that is committed, before the network is touched. A send whose end is unknown
 * is settled by the echo of our own message or shown as uncertain; it is never repeated by itself.
 */

import { SendError } from '../ports/chat-gateway.js';
import type { Instant } from '../ports/clock.js';
import { concludeFailure, concludeSuccess, settleDoubtful } from './conclude-send.js';
import { renderGraphic } from './graphic-picture.js';
import { prepareSend } from './prepare-send.js';
import type { Step } from './send-step.js';
import type { SenderOptions } from './sender-options.js';

/** A clock that is moved by hand is looked at this often. */
const LONGEST_SLEEP_MS = 1_000;
/** How long after coming online the echo of an earlier message may still arrive. */
const ECHO_PATIENCE_MS = 10_000;

export class Sender {
  readonly #options: SenderOptions;
  #loop: Promise<void> | undefined;
  #stopped = false;
  #wake: () => void = () => {};
  #paced = false;
  #onlineSince: number | undefined;
  #settled = false;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: SenderOptions) {
    this.#options = options;
  }

  start(): void {
    this.#loop ??= this.#run();
  }

  /** The outbox, the clock or the connection has changed: look again at once. */
  kick(): void {
    // While the account pauses after a send, nothing that comes in could leave sooner.
    if (!this.#paced) this.#wake();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake();
    await this.#loop;
  }

  /** Sends all that may leave now. Resolves with when the next may, and undefined when nothing waits for its time. */
  async drain(): Promise<Instant | undefined> {
    for (;;) {
      const step = await this.#takeTurn();
      if (step.do === 'rest') return undefined;
      if (step.do === 'wait' && step.until > this.#options.clock.now()) return step.until;
    }
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      const pause = await this.#takeTurn().then(
        (step) => this.#pauseAfter(step),
        (error: unknown) => this.#pauseAfterFault(error),
      );
      if (pause > 0 && !this.#stopped) await this.#sleep(pause);
    }
  }
  /** One step at a time, whoever asks. */
  async #takeTurn(): Promise<Step> {
    const turn = this.#turn.then(() => this.#step());
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #step(): Promise<Step> {
    const { gateway, lease } = this.#options;
    if (gateway.connection().state !== 'online' || lease?.isHeld() === false) {
      this.#onlineSince = undefined;
      this.#settled = false;
      return { do: 'rest' };
    }
    await this.#settle();
    const step = await this.#prepare();
    if (step.do === 'send') await this.#send(step);
    return step;
  }

  /** While a graphic is rendered something more urgent may come in: then that is next, and the graphic is rendered again. */
  async #prepare(): Promise<Step> {
    const options = this.#options;
    const step = await prepareSend(options.database, options);
    if (step.do !== 'render') return step;
    return prepareSend(options.database, options, await renderGraphic(options, step));
  }

  async #send(step: Step & { do: 'send' }): Promise<void> {
    const { gateway, lease } = this.#options;
    try {
      if (lease?.isHeld() === false) throw new SendError('not-sent', 'offline', 'The lease of the account ran out.');
      const messageId = step.errand ? await gateway.perform(step.errand) : (await gateway.send(step)).messageId;
      await concludeSuccess(this.#options, step, messageId ?? undefined);
    } catch (error) {
      await concludeFailure(this.#options, step, error);
    }
  }

  /** Messages left in `sending` by an earlier run wait for their echo, then count as uncertain. */
  async #settle(): Promise<void> {
    const { clock } = this.#options;
    this.#onlineSince ??= clock.monotonic();
    if (this.#settled) return;
    const patient = clock.monotonic() - this.#onlineSince < ECHO_PATIENCE_MS;
    this.#settled = (await settleDoubtful(this.#options, patient)) === 0;
  }

  #pauseAfter(step: Step): number {
    if (step.do === 'rest') return LONGEST_SLEEP_MS;
    if (step.do !== 'wait') return 0;
    this.#paced = step.paced === true;
    return Math.max(1, Math.min(LONGEST_SLEEP_MS, step.until - this.#options.clock.now()));
  }

  #pauseAfterFault(error: unknown): number {
    this.#options.log.warn({ err: error }, 'sender could not go on, trying again');
    return LONGEST_SLEEP_MS;
  }

  async #sleep(pause: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, pause);
    });
    clearTimeout(timer);
    this.#paced = false;
  }
}
