/**
 * The one-time code by which the first owner claims the bot: made at the first start, shown until it is used. An owner whom
 * a login lost has another one, and is known again by it.
 */

import { randomInt } from 'node:crypto';
import { readableCode } from './domain/readable-code.js';
import type { Clock } from './ports/clock.js';
import { findOpenClaim, isUsedClaim, saveOpenClaim } from './storage/claims.js';
import type { Database, Tx } from './storage/database.js';
import { findLostOwner } from './storage/identities.js';
import { ownerExists } from './storage/roles.js';

export interface ClaimDesk {
  /** Undefined while the bot knows its owner. */
  code(): string | undefined;
  /** Looks whether the code was used meanwhile, or one is needed. */
  look(): Promise<void>;
}

/** `wanted` replaces a code that was made before. */
export async function openClaimDesk(database: Database, clock: Clock, wanted: string | undefined): Promise<ClaimDesk> {
  let code = await database.transaction((tx) => openCode(tx, clock.now(), wanted));
  return {
    code: () => code,
    async look() {
      code = await database.transaction((tx) => openCode(tx, clock.now(), code));
    },
  };
}

async function openCode(tx: Tx, now: number, wanted: string | undefined): Promise<string | undefined> {
  if ((await ownerExists(tx)) && (await findLostOwner(tx)) === undefined) return undefined;
  const open = await findOpenClaim(tx);
  if (open !== undefined && (wanted === undefined || wanted === open)) return open;
  const isFresh = wanted !== undefined && !(await isUsedClaim(tx, wanted));
  const code = isFresh ? wanted : readableCode(randomInt);
  await saveOpenClaim(tx, code, now);
  return code;
}
