/** Puts members on a tier by hand. Who rises is told in the room; who falls is spoken of to staff alone. */

import { describeMember } from '../../../copy/zh-cn/members.js';
import * as copy from '../../../copy/zh-cn/tiers.js';
import { oneLine } from '../../../domain/display-name.js';
import type { MemberId } from '../../../domain/ids.js';
import { type Ladder, placeOf, rungAt } from '../../../domain/tier.js';
import { optional, text, word } from '../../../kit/argument.js';
import type { Json } from '../../../kit/changes.js';
import { type CommandWork, defineCommand, type UndoWork } from '../../../kit/feature.js';
import { members } from '../../../kit/member-argument.js';
import { isPublic } from '../../../kit/public-place.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { moveToTier, noteTierUndone } from '../../../kit/tier-steps.js';
import { readLadder } from '../../../kit/tiers.js';
import type { Member } from '../../../storage/members.js';
import { findTierName } from '../../../storage/tiers.js';
import { tellRisen } from '../merged-replies/risen.js';

const args = {
  people: members(copy.labels.member, describeMember),
  tier: word(copy.labels.tier),
  reason: optional(text(copy.labels.reason, { max: 60 }), ''),
};

type PromoteWork = CommandWork<typeof args, 'anywhere'>;

interface Moved {
  readonly member: Member;
  readonly from: string;
  readonly rises: boolean;
}

export const promote = defineCommand({
  name: 'tiers.promote',
  triggers: copy.triggers.promote,
  summary: copy.summaries.promote,
  example: copy.examples.promote,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { account, room, args: given, changes, confirm } = work;
    if (room) await refuseAbsent(work, room, given.people);
    const rungs = await readLadder(work.tx, account.id);
    const to = present(
      rungs.find(({ name }) => name === copy.tierCode(given.tier)),
      unknownTier(rungs, given.tier),
    ).name;
    const names = given.people.map(({ name }) => name);
    await confirm({ what: copy.moving(to), people: names.length, names });
    const moved: Moved[] = [];
    for (const member of given.people) {
      await changes.watch('member_tier', { account_id: account.id, member_id: member.id });
      moved.push(await moveOne(work, rungs, member, to));
    }
    changes.note({ moved: moved.map(({ member, from }) => ({ memberId: member.id, from, to })) });
    return tell(work, rungs, to, moved);
  },

  undo: undoMoves,
});

async function undoMoves(work: UndoWork, noted: Json): Promise<void> {
  const { moved } = noted as unknown as {
    readonly moved: ReadonlyArray<{ readonly memberId: MemberId; readonly from: string; readonly to: string }>;
  };
  for (const { memberId, from, to } of moved) await noteTierUndone(work, memberId, { from: to, to: from });
}

function unknownTier(rungs: Ladder, given: string) {
  return { code: 'tier.unknown', given, known: rungs.map(({ name }) => copy.tierName(name)) } as const;
}

async function moveOne(work: PromoteWork, rungs: Ladder, member: Member, to: string): Promise<Moved> {
  const { tx, account, speaker, args: given } = work;
  const before = placeOf(rungs, await findTierName(tx, account.id, member.id));
  const place = placeOf(rungs, to);
  if (before === place) throw new RefusedError({ code: 'tier.held', name: member.name, tier: copy.tierName(to) });
  const reason = oneLine(given.reason);
  const from = await moveToTier(work, member.id, { to, how: 'manual', by: speaker.id, reason });
  return { member, from, rises: place > before };
}

async function tell(work: PromoteWork, rungs: Ladder, to: string, moved: readonly Moved[]): Promise<string> {
  const { room, chatRoom } = work;
  const names = moved.map(({ member }) => member.name);
  const risen = moved.filter(({ rises }) => rises);
  const isHere = isPublic(chatRoom);
  if (isHere) return risen.length === moved.length ? copy.promoted(names, to) : copy.quietlyMoved();
  const { perks } = rungAt(rungs, placeOf(rungs, to));
  for (const { member } of risen)
    await tellRisen(work, room, { memberId: member.id, name: member.name, tier: to, perks });
  return copy.moved(names, to);
}
