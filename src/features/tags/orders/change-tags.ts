/** Gives and takes tags by hand: what a hand takes, no rule gives again. */

import * as copy from '../../../copy/zh-cn/tags.js';
import type { MemberId } from '../../../domain/ids.js';
import { addDays } from '../../../domain/local-day.js';
import { DEFAULT_SETTINGS } from '../../../domain/room.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { askToMirror } from '../../../kit/tag-mirror.js';
import { giveTag, takeTag } from '../../../kit/tags.js';
import type { Member } from '../../../storage/members.js';
import { findTagName, listTagNames } from '../../../storage/tag-names.js';
import type { TagWork } from '../commands/tag.js';
import type { TagWords } from '../tag-order.js';

interface Wanted extends TagWords {
  readonly people: readonly Member[];
}

export async function changeTags(work: TagWork, wanted: Wanted): Promise<string> {
  const { room, changes, confirm } = work;
  const { people, added, days } = wanted;
  if (room) await refuseAbsent(work, room, people);
  const removed = await knownTags(work, wanted.removed);
  const names = people.map(({ name }) => name);
  await confirm({ what: copy.changing(added, removed), people: names.length, names });
  const changed: { memberId: MemberId; tag: string }[] = [];
  for (const { id: memberId } of people)
    for (const tag of [...added, ...removed])
      if (await changeOne(work, { memberId, given: tag, adds: added.includes(tag), days }))
        changed.push({ memberId, tag });
  await askToMirror(work);
  if (changed.length > 0) changes.note({ changed });
  return copy.changed({ names, added, removed, days, isNew: changed.length > 0 });
}

/** What is taken away has to be there; it is often a slip of the pen when it is not. */
async function knownTags({ tx, account }: TagWork, given: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const one of given) {
    const name = await findTagName(tx, account.id, one);
    if (name === undefined)
      throw new RefusedError({ code: 'tag.unknown', given: one, known: await listTagNames(tx, account.id) });
    names.push(name);
  }
  return names;
}

interface OneChange {
  readonly memberId: MemberId;
  readonly given: string;
  readonly adds: boolean;
  readonly days: number | undefined;
}

async function changeOne(work: TagWork, { memberId, given, adds, days }: OneChange): Promise<boolean> {
  const { tx, account, today, room, speaker, changes } = work;
  const tag = (await findTagName(tx, account.id, given)) ?? given;
  await changes.watch('tag', { account_id: account.id, name: tag });
  await changes.watch('member_tag', { account_id: account.id, member_id: memberId, tag });
  const by = speaker.id;
  if (!adds) return takeTag(work, memberId, tag, { source: 'manual', by });
  const { zone } = room?.settings ?? DEFAULT_SETTINGS;
  const expiry = days === undefined ? {} : { expiresDay: addDays(today, days - 1), zone };
  return giveTag(work, memberId, tag, { source: 'manual', by, ...expiry });
}
