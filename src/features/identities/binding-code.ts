/** Binding codes, made and compared. Only a slow hash is kept, always of the same salt so that a code finds its owner. */

import { randomInt, scrypt } from 'node:crypto';
import type { MemberId } from '../../domain/ids.js';
import { readableCode } from '../../domain/readable-code.js';
import { saveBindingCode } from '../../storage/binding-codes.js';
import type { Tx } from '../../storage/database.js';

const HASH_BYTES = 32;
const SALT = 'zaoba binding code';

/** Returns the code in clear, which is told once and stored nowhere. */
export async function giveBindingCode(tx: Tx, memberId: MemberId, now: number): Promise<string> {
  const code = readableCode(randomInt);
  await saveBindingCode(tx, memberId, await hashCode(code), now);
  return code;
}

/** In any case, with or without dashes. */
export async function hashCode(given: string): Promise<string> {
  const code = given.toUpperCase().replace(/[^0-9A-Z]/gu, '');
  return new Promise((resolve, reject) => {
    scrypt(code, SALT, HASH_BYTES, (error, key) => (error ? reject(error) : resolve(key.toString('base64'))));
  });
}
