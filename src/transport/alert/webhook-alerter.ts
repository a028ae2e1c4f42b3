/**
 * Alerts by webhook: a POST to the team's own receiver, in order, tried again a few times.
 *
 * The address is a secret: whoever has it can speak in the team's group. It is never logged.
 */

import type { Logger } from 'pino';
import type { Alert, Alerter } from '../../ports/alert.js';
import type { Clock } from '../../ports/clock.js';
import { pause } from '../wechaty/waiting.js';
import { alertBody, refusalIn, type SignedAlert } from './alert-request.js';

export interface WebhookOptions {
  readonly url: string;
  readonly account: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timeoutMs?: number;
  /** The pauses before the second attempt and those that follow. */
  readonly retryAfterMs?: readonly number[];
}

export interface WebhookAlerter extends Alerter {
  /** Gives what is on its way a moment, and forgets the rest. Never rejects. */
  close(): Promise<void>;
}

const TIMEOUT_MS = 10_000;
const RETRY_AFTER_MS = [2_000, 10_000, 60_000, 300_000] as const;
const CLOSE_WITHIN_MS = 1_000;
/** An answer is read this far, to see whether it is a refusal. */
const LONGEST_ANSWER = 2_000;

export function openWebhookAlerter(options: WebhookOptions): WebhookAlerter {
  return new Webhook(options);
}

class Webhook implements WebhookAlerter {
  readonly #options: WebhookOptions;
  readonly #url: URL;
  readonly #closing = new AbortController();
  readonly #closed = new AbortController();
  #queue: Promise<void> = Promise.resolve();

  constructor(options: WebhookOptions) {
    this.#options = options;
    this.#url = new URL(options.url);
  }

  alert(alert: Alert): void {
    const { account, clock } = this.#options;
    const signed = { ...alert, account, at: clock.now() };
    this.#queue = this.#queue.then(() => this.#deliver(signed));
  }

  async close(): Promise<void> {
    this.#closing.abort();
    const timer = setTimeout(() => this.#closed.abort(), CLOSE_WITHIN_MS);
    await this.#queue;
    clearTimeout(timer);
  }

  /** Never rejects. */
  async #deliver(alert: SignedAlert): Promise<void> {
    const { log, retryAfterMs = RETRY_AFTER_MS } = this.#options;
    for (const pauseMs of [0, ...retryAfterMs]) {
      await pause(pauseMs, this.#closing.signal);
      if (this.#closing.signal.aborted && pauseMs > 0) return;
      const trouble = await this.#attempt(alert);
      if (trouble === undefined) return;
      log.warn({ kind: alert.kind, trouble }, 'an alert did not get through');
    }
    log.error({ kind: alert.kind }, 'an alert was given up');
  }

  /** Resolves to what went wrong, in words without the address; undefined when the receiver took it. */
  async #attempt(alert: SignedAlert): Promise<string | undefined> {
    const { timeoutMs = TIMEOUT_MS } = this.#options;
    try {
      const answer = await fetch(this.#url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: alertBody(this.#url, alert),
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), this.#closed.signal]),
      });
      return await this.#troubleIn(answer);
    } catch (error) {
      return troubleOf(error);
    }
  }

  async #troubleIn(answer: Response): Promise<string | undefined> {
    const text = await answer.text();
    if (!answer.ok) return `status ${answer.status}`;
    const refusal = refusalIn(this.#url, text.slice(0, LONGEST_ANSWER));
    return refusal === undefined ? undefined : `refused with code ${refusal}`;
  }
}

/** `ECONNREFUSED`, `TimeoutError`: names say enough, messages may hold the address. */
function troubleOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name;
}
