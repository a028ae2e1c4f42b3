/** Notes an offence and does what follows from it: a reminder, hiding and telling staff, a proposal. It never removes anybody. */

import type { MemberId } from '../../domain/ids.js';
import type { Verdict } from '../../domain/moderation/rule.js';
import { COUNTED_FOR_MS, decideVerdict } from '../../domain/moderation/verdict.js';
import { mayActAs } from '../../domain/role.js';
import { dayFor } from '../../kit/day-for.js';
import type { Work } from '../../kit/work.js';
import type { ChatPerson } from '../../ports/chat-gateway.js';
import { saveLastRefusal } from '../../storage/last-refusals.js';
import { findOrAddMember } from '../../storage/members.js';
import { listCounted } from '../../storage/offence-states.js';
import { appendOffence } from '../../storage/offences.js';
import { readRole } from '../../storage/roles.js';
import type { Room } from '../../storage/rooms.js';
import type { Finding } from './find-offence.js';
import { wordsFor } from './known-words.js';
import { tellHidden } from './merged-replies/hidden-lines.js';
import { remind } from './remind.js';
import { proposeRemoval } from './todos/removal.js';

export interface Broken {
  readonly room: Room;
  readonly sender: ChatPerson;
  readonly messageId: string;
  readonly sentAt: number;
  readonly content: string;
  readonly finding: Finding;
}

export async function giveVerdict(work: Work, broken: Broken): Promise<void> {
  const { tx, account, now } = work;
  const { room, sender, sentAt } = broken;
  const { id: memberId } = await findOrAddMember(tx, account.id, sender, now);
  if (mayActAs(await readRole(tx, memberId, room.id, sentAt), 'moderator')) return;
  if ((await wordsFor(work)).members.has(String(memberId))) return;
  await note(work, broken, memberId);
}

async function note(work: Work, broken: Broken, memberId: MemberId): Promise<void> {
  const { tx, account } = work;
  const { room, messageId, content, finding } = broken;
  const at = Math.min(broken.sentAt, work.now);
  const counts = room.rules[finding.kind] === 'on';
  const verdict = counts ? await verdictFor(work, room, memberId) : 'warn';
  const offence = {
    accountId: account.id,
    roomId: room.id,
    memberId,
    messageId,
    at,
    content,
    verdict,
    counts,
    ...finding,
  };
  const id = await appendOffence(tx, { ...offence, day: dayFor(room, at) });
  if (id === undefined) return;
  await keepReason(work, broken, memberId);
  const told = { id, memberId, name: broken.sender.name, content, reason: '', ...finding };
  await remind(work, room, told);
  if (verdict !== 'warn') await tellHidden(work, room, told);
  if (verdict === 'propose') await proposeRemoval(work, room, memberId);
}

async function verdictFor({ tx, now }: Work, { id: roomId }: Room, memberId: MemberId): Promise<Verdict> {
  return decideVerdict(await listCounted(tx, { roomId, memberId }, now - COUNTED_FOR_MS), now);
}

/** For when its author asks why. */
async function keepReason({ tx, now }: Work, { room, finding }: Broken, memberId: MemberId): Promise<void> {
  const refusal = { code: 'rule.reminded', ...finding, reason: '' } as const;
  await saveLastRefusal(tx, { memberId, roomId: room.id, refusal, line: '', at: now });
}
