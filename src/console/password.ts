/** The console's password: kept as a salted hash only, compared in constant time. */

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

const hashBytes = 32;

export class Password {
  readonly #salt = randomBytes(16);
  readonly #hash: Promise<Buffer>;

  constructor(secret: string) {
    this.#hash = hash(secret, this.#salt);
  }

  async matches(given: string): Promise<boolean> {
    return timingSafeEqual(await hash(given, this.#salt), await this.#hash);
  }
}

async function hash(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFC'), salt, hashBytes, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
