/** What tags there are, who has one, and which somebody has. */

import * as copy from '../../../copy/zh-cn/tags.js';
import { DEFAULT_SETTINGS } from '../../../domain/room.js';
import { askedOf } from '../../../kit/conditions.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { listMeant } from '../../../storage/condition-query.js';
import type { Member } from '../../../storage/members.js';
import { findTagName, listTagCounts, listTagNames } from '../../../storage/tag-names.js';
import { listTagsOf } from '../../../storage/tags.js';
import type { TagWork } from '../commands/tag.js';

const MOST_NAMED = 20;

export async function showTags({ tx, now, account, inRoom }: TagWork): Promise<string> {
  return copy.tagList(await listTagCounts(tx, account.id, now), inRoom);
}

export async function showPeople(work: TagWork, people: readonly Member[]): Promise<string> {
  const { tx, now, account, room, inRoom } = work;
  if (room) await refuseAbsent(work, room, people);
  const { zone } = room?.settings ?? DEFAULT_SETTINGS;
  const lines: string[] = [];
  for (const { id: memberId, name } of people)
    lines.push(copy.tagsOf(name, await listTagsOf(tx, { accountId: account.id, memberId }, now), zone, inRoom));
  return lines.join('\n');
}

/** Of those who are here, or in any room. */
export async function showHolders(work: TagWork, given: string): Promise<string> {
  const { tx, account, room, inRoom } = work;
  const tag = await findTagName(tx, account.id, given);
  if (tag === undefined)
    throw new RefusedError({ code: 'tag.unknown', given, known: await listTagNames(tx, account.id) });
  const condition = [{ axis: 'tag', values: [tag], negated: false }] as const;
  const { people, first } = await listMeant(tx, condition, await askedOf(work, room), MOST_NAMED);
  return copy.holders(
    tag,
    people,
    first.map(({ name }) => name),
    inRoom,
  );
}
