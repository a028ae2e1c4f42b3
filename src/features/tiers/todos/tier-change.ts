/** A rule's proposal to move somebody to another tier: a person says yes, or that it shall not be proposed again. */

import * as copy from '../../../copy/zh-cn/tiers.js';
import type { MemberId } from '../../../domain/ids.js';
import { placeOf, rungAt, rungFor, type TierFigures } from '../../../domain/tier.js';
import { askedOf } from '../../../kit/conditions.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { moveToTier, noteTierUndone } from '../../../kit/tier-steps.js';
import { readLadder } from '../../../kit/tiers.js';
import { defineTodo, type TodoWork } from '../../../kit/todo.js';
import { readMember } from '../../../storage/members.js';
import { readTierFigures } from '../../../storage/tier-figures.js';
import { findTier, saveTier } from '../../../storage/tiers.js';
import { tellRisen } from '../merged-replies/risen.js';

export const TIER_TODO = 'tier-change';

export interface TierProposal {
  readonly from: string;
  readonly to: string;
  readonly rises: boolean;
  readonly figures: TierFigures;
}

/** One at a time for a member. */
export function refOf(memberId: MemberId): string {
  return `member:${memberId}`;
}

export const tierChange = defineTodo({
  kind: TIER_TODO,

  describe({ todo, name }) {
    return copy.proposed({ ...(JSON.parse(todo.data) as TierProposal), name });
  },

  options: [
    {
      word: copy.todoWords.agree,
      effect: 'undoable',
      run: agree,
      async undo(work, noted) {
        const { memberId, from, to } = noted as unknown as Noted;
        await noteTierUndone(work, memberId, { from: to, to: from });
      },
    },
    { word: copy.todoWords.ignore, effect: 'undoable', run: ignore },
  ],
});

interface Noted {
  readonly memberId: MemberId;
  readonly from: string;
  readonly to: string;
}

/** Only as long as the figures still say so. */
async function agree(work: TodoWork): Promise<string> {
  const { tx, account, room, speaker, changes } = work;
  const { member, proposal } = await readProposal(work);
  const ladder = await readLadder(tx, account.id);
  const figures = await readTierFigures(tx, member.id, await askedOf(work, room));
  const [reached, place] = [rungFor(ladder, figures), placeOf(ladder, proposal.to)];
  const holds = proposal.rises ? reached >= place : reached <= place;
  if (!holds || rungAt(ladder, place).name !== proposal.to)
    throw new RefusedError({ code: 'tier.no_longer', name: member.name });
  await changes.watch('member_tier', { account_id: account.id, member_id: member.id });
  const from = await moveToTier(work, member.id, { to: proposal.to, how: 'confirmed', by: speaker.id, figures });
  changes.note({ memberId: member.id, from, to: proposal.to });
  const { perks } = rungAt(ladder, place);
  if (proposal.rises) await tellRisen(work, room, { memberId: member.id, name: member.name, tier: proposal.to, perks });
  return copy.agreed(member.name, proposal.to);
}

async function ignore(work: TodoWork): Promise<string> {
  const { tx, now, account, changes } = work;
  const { member, proposal } = await readProposal(work);
  await changes.watch('member_tier', { account_id: account.id, member_id: member.id });
  const standing = await findTier(tx, account.id, member.id);
  const kept = standing ?? { tier: proposal.from, how: 'rule', sinceAt: now, belowSince: null };
  await saveTier(tx, account.id, member.id, { ...kept, declined: proposal.to });
  return copy.ignored(member.name, proposal.to);
}

async function readProposal({ tx, todo }: TodoWork) {
  if (todo.memberId === null) throw new Error(`The proposal ${todo.id} is about nobody.`);
  return { member: await readMember(tx, todo.memberId), proposal: JSON.parse(todo.data) as TierProposal };
}
