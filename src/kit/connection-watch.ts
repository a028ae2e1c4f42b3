/**
 * Knows since when there is a connection, or none, and tells a person of a long loss: after ten minutes, once a loss, and
 * again when it is over. What is short heals by itself and is nobody's business.
 */

import type { Connection } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import type { Alarm } from './alarm.js';

const PATIENCE_MS = 10 * 60_000;

interface Loss {
  /** On the wall clock, for people. */
  readonly since: number;
  /** On the clock that never jumps. */
  readonly from: number;
  readonly scan: boolean;
  readonly told: boolean;
}

export class ConnectionWatch {
  readonly #clock: Clock;
  readonly #alarm: Alarm;
  #loss: Loss | undefined;
  #onlineSince: number | undefined;

  /** Begins with a loss: a bot that never gets through is worth an alert too. */
  constructor(clock: Clock, alarm: Alarm) {
    this.#clock = clock;
    this.#alarm = alarm;
    this.#loss = this.#lossNow();
  }

  /** Absent while there is no connection. */
  get onlineSince(): number | undefined {
    return this.#onlineSince;
  }

  note({ state }: Connection): void {
    if (state === 'online') return this.#noteOnline();
    this.#onlineSince = undefined;
    // Our own stop, or nothing begun: nothing is lost, and nobody is left to look.
    if (state === 'stopped' || state === 'standby') this.#loss = undefined;
    else this.#loss = { ...(this.#loss ?? this.#lossNow()), scan: state === 'scan' };
  }

  /** To be called about once a minute. */
  look(): void {
    const loss = this.#loss;
    if (!loss || loss.told || this.#clock.monotonic() - loss.from < PATIENCE_MS) return;
    const told = this.#alarm.tell({ kind: 'offline', since: loss.since, scan: loss.scan });
    this.#loss = { ...loss, told };
  }

  #noteOnline(): void {
    const now = this.#clock.now();
    this.#onlineSince ??= now;
    if (this.#loss?.told) this.#alarm.tell({ kind: 'online', since: this.#loss.since, at: now });
    this.#loss = undefined;
  }

  #lossNow(): Loss {
    return { since: this.#clock.now(), from: this.#clock.monotonic(), scan: false, told: false };
  }
}
