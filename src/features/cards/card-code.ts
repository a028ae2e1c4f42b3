/** Codes for cards, made and compared. With 80 random bits a fast hash is enough. */

import { createHash, randomInt } from 'node:crypto';
import { makeRedeemCode, readRedeemCode } from '../../domain/redeem-code.js';

const PURPOSE = 'zaoba card code ';

/** Undefined for what cannot be a code. */
export function hashCardCode(given: string): string | undefined {
  const code = readRedeemCode(given);
  return code === undefined
    ? undefined
    : createHash('sha256')
        .update(PURPOSE + code)
        .digest('base64url');
}

/** Its last group, by which whoever has it knows it and nobody else can use it. */
export function tailOf(given: string): string {
  return (readRedeemCode(given) ?? '').slice(-4);
}

/** Different ones, in clear. */
export function makeCardCodes(count: number): string[] {
  const codes = new Set<string>();
  while (codes.size < count) codes.add(makeRedeemCode(randomInt));
  return [...codes];
}
