/** Puts members on rungs: the row and the line of its history together, whoever decided. */

import type { MemberId } from '../domain/ids.js';
import type { TierChangeCause, TierFigures } from '../domain/tier.js';
import { appendTierStep } from '../storage/tier-changes.js';
import { findTier, type MemberTier, saveTier } from '../storage/tiers.js';
import type { UndoWork } from './command.js';
import { readLadder } from './tiers.js';
import type { Work } from './work.js';

export interface TierMove {
  readonly to: string;
  readonly how: TierChangeCause;
  readonly by?: MemberId;
  readonly reason?: string;
  readonly figures?: TierFigures;
}

/** Resolves to where the member stood. */
export async function moveToTier(work: Work, memberId: MemberId, move: TierMove): Promise<string> {
  const { tx, now, account } = work;
  const { to, how, by = null, reason = '', figures = null } = move;
  const from = (await findTier(tx, account.id, memberId))?.tier ?? (await readLadder(tx, account.id))[0].name;
  const held = how === 'manual' ? 'manual' : 'rule';
  const standing: MemberTier = { tier: to, how: held, sinceAt: now, belowSince: null, declined: null };
  await saveTier(tx, account.id, memberId, standing);
  await appendTierStep(tx, { accountId: account.id, memberId }, { from, to, how, by, reason, figures, at: now });
  return from;
}

/** The row is as it was; its history says how. */
export async function noteTierUndone(
  { tx, now, account, speaker }: UndoWork,
  memberId: MemberId,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  const step = { from, to, how: 'undone', by: speaker.id, reason: '', figures: null, at: now } as const;
  await appendTierStep(tx, { accountId: account.id, memberId }, step);
}
