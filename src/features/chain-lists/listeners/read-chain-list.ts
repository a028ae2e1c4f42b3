/**
 * Reads the chain lists that are for checking in, typed or on a card, and leaves all others alone in silence.
 *
 * The whole list comes anew with every line that somebody adds; only what was never in it counts, for the day on which
 * the message was sent.
 */

import { chainListWords } from '../../../copy/zh-cn/vocabulary/chain-list-words.js';
import { nameKey } from '../../../domain/chain-list/chain-line.js';
import { type ChainList, maybeChainList, readChainList } from '../../../domain/chain-list/chain-list-reader.js';
import { isForCheckIns } from '../../../domain/chain-list/heading.js';
import { type ChainPost, judgeChainList } from '../../../domain/chain-list/judge-chain-list.js';
import { localDayOf } from '../../../domain/local-time.js';
import { runsCourse } from '../../../domain/room.js';
import { defineListener } from '../../../kit/feature.js';
import {
  hashOf,
  listChainRules,
  openChainList,
  saveChainLines,
  type StoredList,
} from '../../../storage/chain-lists.js';
import { findOrAddMember } from '../../../storage/members.js';
import { markPresent } from '../../../storage/presence.js';
import { listStaffIds } from '../../../storage/roles.js';
import { listNamesIn } from '../../../storage/room-names.js';
import { askAbout } from '../ask-about.js';
import { creditOthers, creditOwn } from '../credit.js';
import type { ListWork } from '../list-work.js';

export const readPostedList = defineListener({
  name: 'chain-lists.read-chain-list',
  on: 'message.received',
  concerns: (event) => event.kind === 'text' && maybeChainList(chainListWords, event.text),

  async run(work) {
    const { event, room, tx, account, now } = work;
    const list = runsCourse(room?.kind ?? null) ? readChainList(chainListWords, event.text) : undefined;
    if (!room || !list || !isForCheckIns(chainListWords, list, await listChainRules(tx, room.id))) return;
    const member = await findOrAddMember(tx, account.id, event.sender, now);
    await markPresent(tx, { roomId: room.id, memberId: member.id }, event.sender.name, now);
    const sentAt = Math.min(event.sentAt, now);
    const sender = { id: member.id, name: event.sender.name || member.name };
    await takeIn({ ...work, room, list, sender, sentAt, day: localDayOf(sentAt, room.settings.zone) });
  },
});

async function takeIn(work: ListWork): Promise<void> {
  const stored = await openChainList(work.tx, work.room.id, work.list.key, work.now);
  const verdict = judgeChainList(await postOf(work, stored));
  await saveChainLines(work.tx, stored, verdict.added);
  if (verdict.own) await creditOwn(work, verdict.own);
  await creditOthers(work, verdict.others);
  await askAbout(work, verdict.unclear);
}

async function postOf({ tx, room, list, sender, day }: ListWork, { known }: StoredList): Promise<ChainPost> {
  const staff = await listStaffIds(tx, room.id);
  const names = (await listNamesIn(tx, room.id)).map(({ memberId, name }) => ({ memberId, name: hashedName(name) }));
  const own = { memberId: sender.id, name: hashedName(sender.name) };
  return {
    lines: hashed(list),
    known,
    names: [own, ...names.filter((one) => one.memberId !== own.memberId || one.name !== own.name)],
    sender: { memberId: sender.id, isStaff: staff.includes(sender.id) },
    day,
  };
}

function hashedName(name: string): string {
  return hashOf(nameKey(name));
}

/** Lines and names are compared as they are kept. */
function hashed({ lines }: ChainList): ChainPost['lines'] {
  return lines.map((line) => ({
    ...line,
    key: hashOf(line.key),
    heads: line.heads.map(({ name, content }) => ({ name: hashOf(name), content })),
  }));
}
