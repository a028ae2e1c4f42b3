/** Codes that many type at once, and what they are looked at with. */

import { SIMULATED_PACING } from '../../src/domain/pacing.js';
import { cards } from '../../src/features/cards/index.js';
import { Catalogue } from '../../src/kit/catalogue.js';
import { startWork, type Work } from '../../src/kit/work.js';
import { noPictures } from '../../src/ports/picture-shelf.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Tx } from '../../src/storage/database.js';

const parts = { pacing: SIMULATED_PACING, catalogue: new Catalogue([cards]), pictures: noPictures };

/** Of the account that `prepareRush` makes. */
export async function rushWork(tx: Tx, now: number): Promise<Work> {
  return startWork(parts, tx, await findOrAddAccount(tx, 'rush', now), now);
}

/** A code like any other, but known to both processes. */
export function rushCode(index: number): string {
  return `0000-0000-0000-${String(index).padStart(4, '0')}`;
}
