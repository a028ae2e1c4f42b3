/**
 * The day's work on tiers in a room: who reaches another rung is proposed, or moved where the room's setting lets rules do it.
 * Nobody is spoken of who falls.
 */

import type { MemberId } from '../../../domain/ids.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { judgeTier, type Ladder, placeOf, rungAt, rungFor, type TierFigures } from '../../../domain/tier.js';
import { askedOf } from '../../../kit/conditions.js';
import { defineDaily } from '../../../kit/daily.js';
import { moveToTier } from '../../../kit/tier-steps.js';
import { readLadder } from '../../../kit/tiers.js';
import { closeTodo, openTodo } from '../../../kit/todo.js';
import type { RoomWork } from '../../../kit/work.js';
import { listStaffIds } from '../../../storage/roles.js';
import { listTierFigures, type MemberFigures } from '../../../storage/tier-figures.js';
import { listTiersInRoom, type MemberTier, saveTier } from '../../../storage/tiers.js';
import { tellRisen } from '../merged-replies/risen.js';
import { refOf, TIER_TODO, type TierProposal } from '../todos/tier-change.js';

/** More than these of a day are left to the next one: staff have other things to do. */
const MOST_PROPOSED = 10;

export const judgeTiers = defineDaily({
  name: 'tiers',
  rooms: ['trial', 'paid', 'core'],

  async run(work) {
    const { tx, account, room } = work;
    const ladder = await readLadder(tx, account.id);
    const standings = await listTiersInRoom(tx, account.id, room.id);
    const staff = new Set(await listStaffIds(tx, room.id));
    const people = await listTierFigures(tx, room.id, await askedOf(work, room));
    const moves: Move[] = [];
    for (const person of people.filter(({ memberId }) => !staff.has(memberId)))
      moves.push(...(await judgeOne(work, ladder, person, standings.get(person.memberId))));
    const highestFirst = moves.toSorted((a, b) => b.to - a.to || a.person.memberId - b.person.memberId);
    let proposed = 0;
    for (const move of highestFirst) {
      if (room.settings.tierChange === 'auto') await apply(work, ladder, move);
      else if (proposed < MOST_PROPOSED && (await propose(work, ladder, move))) proposed += 1;
    }
  },
});

/** Nobody has put them anywhere yet. */
const NEWCOMER = { how: 'rule', sinceAt: 0, belowSince: null, declined: null } as const;

interface Move {
  readonly person: MemberFigures;
  readonly from: number;
  readonly to: number;
}

/** Notes since when somebody is below their rung, and closes what no longer holds. */
async function judgeOne(
  work: RoomWork,
  ladder: Ladder,
  person: MemberFigures,
  standing: MemberTier = { ...NEWCOMER, tier: ladder[0].name },
): Promise<readonly Move[]> {
  const from = placeOf(ladder, standing.tier);
  const { belowSince, declined } = standing;
  const reached = rungFor(ladder, person.figures);
  const judged = judgeTier({ rung: from, byHand: standing.how === 'manual', belowSince }, reached, work.today);
  if (judged.do === 'stay') {
    await stay(work, person.memberId, standing, judged.belowSince);
    return [];
  }
  return declined === rungAt(ladder, judged.to).name ? [] : [{ person, from, to: judged.to }];
}

/** What was declined may be proposed again once the figures have left it in between. */
async function stay(
  work: RoomWork,
  memberId: MemberId,
  standing: MemberTier,
  belowSince: LocalDay | null,
): Promise<void> {
  const { tx, account } = work;
  await closeTodo(work, TIER_TODO, refOf(memberId));
  const declined = belowSince === null ? null : standing.declined;
  if (belowSince === standing.belowSince && declined === standing.declined) return;
  await saveTier(tx, account.id, memberId, { ...standing, belowSince, declined });
}

async function apply(work: RoomWork, ladder: Ladder, { person, from, to }: Move): Promise<void> {
  const { memberId, name, figures } = person;
  const rung = rungAt(ladder, to);
  await moveToTier(work, memberId, { to: rung.name, how: 'rule', figures });
  await closeTodo(work, TIER_TODO, refOf(memberId));
  if (to > from) await tellRisen(work, work.room, { memberId, name, tier: rung.name, perks: rung.perks });
}

/** Another proposal than the one that is open takes its place. False when it is open already. */
async function propose(work: RoomWork, ladder: Ladder, { person, from, to }: Move): Promise<boolean> {
  const { memberId, figures } = person;
  const data = proposal({ from: rungAt(ladder, from).name, to: rungAt(ladder, to).name, rises: to > from, figures });
  const opened = await openTodo(work, { kind: TIER_TODO, ref: refOf(memberId), room: work.room, memberId, data });
  return opened !== undefined;
}

function proposal({ figures, ...move }: TierProposal & { readonly figures: TierFigures }) {
  return { ...move, figures: { ...figures } };
}
