/** The one-time code by which the first owner claims the bot: made at the first start, shown until it is used. */

import { randomInt } from 'node:crypto';
import type { Clock } from './ports/clock.js';
import { findOpenClaim, saveOpenClaim } from './storage/claims.js';
import type { Database, Tx } from './storage/database.js';
import { ownerExists } from './storage/roles.js';

export interface ClaimDesk {
  /** Undefined once the bot has an owner. */
  code(): string | undefined;
  /** Looks whether the code was used meanwhile. */
  look(): Promise<void>;
}

/** No letters or digits that are read for one another. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const LENGTH = 8;

/** `wanted` replaces a code that was made before. */
export async function openClaimDesk(database: Database, clock: Clock, wanted: string | undefined): Promise<ClaimDesk> {
  let code = await database.transaction((tx) => openCode(tx, clock.now(), wanted));
  return {
    code: () => code,
    async look() {
      if (code !== undefined && (await database.transaction(ownerExists))) code = undefined;
    },
  };
}

async function openCode(tx: Tx, now: number, wanted: string | undefined): Promise<string | undefined> {
  if (await ownerExists(tx)) return undefined;
  const open = await findOpenClaim(tx);
  if (open !== undefined && (wanted === undefined || wanted === open)) return open;
  const code = wanted ?? newCode();
  await saveOpenClaim(tx, code, now);
  return code;
}

function newCode(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
