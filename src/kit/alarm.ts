/** Tells a person outside WeChat, and never the same thing twice within half an hour. */

import type { Logger } from 'pino';
import type { AlertNews } from '../domain/alert-news.js';
import type { Alerter } from '../ports/alert.js';
import type { Clock } from '../ports/clock.js';

export interface AlarmOptions {
  readonly alerter: Alerter | undefined;
  readonly clock: Clock;
  readonly log: Logger;
  /** The words, from copy. */
  say(news: AlertNews): string;
}

const QUIET_MS = 30 * 60_000;

export class Alarm {
  readonly #options: AlarmOptions;
  readonly #told = new Map<AlertNews['kind'], number>();

  constructor(options: AlarmOptions) {
    this.#options = options;
  }

  /** Returns false when the same kind was told a short while ago. Never throws. */
  tell(news: AlertNews): boolean {
    const now = this.#options.clock.monotonic();
    // Who was told of a loss is always told that it is over.
    if (news.kind !== 'online' && now - (this.#told.get(news.kind) ?? -Infinity) < QUIET_MS) return false;
    this.#told.set(news.kind, now);
    this.#send(news);
    return true;
  }

  #send(news: AlertNews): void {
    const { alerter, log, say } = this.#options;
    try {
      alerter?.alert({ kind: news.kind, text: say(news) });
    } catch (error) {
      log.error({ err: error, kind: news.kind }, 'an alert could not be given');
    }
  }
}
