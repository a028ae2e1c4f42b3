/** How far somebody is trusted now, computed each time from what happened. It advises people and decides nothing. */

import type { MemberId } from '../domain/ids.js';
import { type Trust, trustOf } from '../domain/trust.js';
import { listTrustEvents } from '../storage/trust-events.js';
import type { Work } from './work.js';

export async function trustOfMember({ tx, now }: Pick<Work, 'tx' | 'now'>, memberId: MemberId): Promise<Trust> {
  return trustOf(await listTrustEvents(tx, memberId, now), now);
}
