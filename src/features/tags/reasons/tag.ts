/** Why somebody has a tag or does not have it: what became of it, the latest first. */

import * as copy from '../../../copy/zh-cn/tags.js';
import { holdsAt, mayTag } from '../../../domain/tag.js';
import { defineReason } from '../../../kit/reason.js';
import { present } from '../../../kit/refused-error.js';
import { listTagChanges } from '../../../storage/tag-changes.js';
import { findTagName, listTagNames } from '../../../storage/tag-names.js';
import { findMemberTag, listTagsOf } from '../../../storage/tags.js';

const MOST_CHANGES = 3;
const asTyped = (line: string): string => line;

export const tagReason = defineReason({
  about: 'member',
  topic: 'tag',
  words: copy.reasonWords,

  async explain({ tx, now, account, room, member, rest }) {
    const key = { accountId: account.id, memberId: member.id };
    const { zone } = room.settings;
    if (rest === '') return [copy.tagsOf(member.name, await listTagsOf(tx, key, now), zone, asTyped)];
    const known = await findTagName(tx, account.id, rest);
    const tag = present(known, { code: 'tag.unknown', given: rest, known: await listTagNames(tx, account.id) });
    const state = await findMemberTag(tx, key, tag);
    const held = state !== undefined && holdsAt(state, now);
    const changes = await listTagChanges(tx, { ...key, tag }, MOST_CHANGES);
    const sticky = state !== undefined && !held && !mayTag(state, 'rule', now);
    return copy.whyTag({ name: member.name, tag, held, changes, sticky }, zone);
  },
});
