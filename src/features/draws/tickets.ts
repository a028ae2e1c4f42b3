/** The hashes of a draw. All of them are of text as UTF-8, so that one line in any language works them out again. */

import { createHash, createHmac, randomBytes } from 'node:crypto';
import { displayName } from '../../domain/display-name.js';
import { drawOrder, type ListedEntry, ticketText } from '../../domain/draw.js';
import type { Draw } from '../../storage/draws.js';

const SEED_BYTES = 32;
const CODE_DIGITS = 8;

export function newSeed(): string {
  return randomBytes(SEED_BYTES).toString('hex');
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Follows from what the entrant knows, so nobody can choose it for them. */
export function entryCode(commitment: string, number: number, name: string): string {
  return sha256(`${commitment}\n${number}\n${displayName(name)}`).slice(0, CODE_DIGITS);
}

/** Numbers in the order in which a sealed draw draws them. */
export function orderOf(
  { seed, listHash, publicValue }: Pick<Draw, 'seed' | 'listHash' | 'publicValue'>,
  entries: readonly Pick<ListedEntry, 'number' | 'weight'>[],
): readonly number[] {
  return drawOrder(entries, (number, which) =>
    createHmac('sha256', seed)
      .update(ticketText(listHash ?? '', publicValue, { number, which }), 'utf8')
      .digest('hex'),
  );
}
