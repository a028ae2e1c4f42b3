/**
 * Remembers in the browser that the password was given.
 *
 * Its key lives as long as the process. It expires by the monotonic clock, for simulated time jumps.
 */

import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { getSignedCookie, setSignedCookie } from 'hono/cookie';

const name = 'zaoba_session';
const lifeSeconds = 7 * 24 * 60 * 60;

export class SessionCookie {
  readonly #key = randomBytes(32).toString('hex');
  readonly #monotonic: () => number;

  constructor(monotonic: () => number) {
    this.#monotonic = monotonic;
  }

  async give(c: Context): Promise<void> {
    const expiresAt = Math.round(this.#monotonic()) + lifeSeconds * 1_000;
    const options = { path: '/', httpOnly: true, sameSite: 'Strict', maxAge: lifeSeconds } as const;
    await setSignedCookie(c, name, String(expiresAt), this.#key, options);
  }

  async holds(c: Context): Promise<boolean> {
    const expiresAt = await getSignedCookie(c, this.#key, name);
    return typeof expiresAt === 'string' && Number(expiresAt) > this.#monotonic();
  }
}
