/**
 * A member chooses a tag among those that are offered, gives one up, or asks what there is. What somebody says they are is talk
 * where no such tag is offered, and is answered by nothing.
 */

import * as copy from '../../../copy/zh-cn/tags.js';
import { tagKey } from '../../../domain/tag.js';
import { defineIntent } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { askToMirror } from '../../../kit/tag-mirror.js';
import { giveTag, takeTag } from '../../../kit/tags.js';
import type { ChatWork } from '../../../kit/work.js';
import { listChoosable } from '../../../storage/tag-names.js';
import { listTagsOf } from '../../../storage/tags.js';

export const chooseTag = defineIntent({
  name: 'tags.choose',
  intent: 'choose-tag',
  scope: 'anywhere',
  help: copy.help,

  async run(work) {
    const { tx, now, account, speaker, understood } = work;
    const offered = await listChoosable(tx, account.id);
    if (understood.arg === '') {
      const own = await listTagsOf(tx, { accountId: account.id, memberId: speaker.id }, now);
      return copy.offered(
        offered,
        own.map(({ tag }) => tag).filter((tag) => offered.includes(tag)),
      );
    }
    const given = understood.arg.split(' ');
    const tags = offered.filter((tag) => given.some((one) => tagKey(one) === tagKey(tag)));
    const stranger = given.find((one) => !tags.some((tag) => tagKey(tag) === tagKey(one)));
    if (stranger !== undefined && understood.act === 'is') return undefined;
    if (stranger !== undefined) throw new RefusedError({ code: 'tag.not_choosable', given: stranger, known: offered });
    return understood.act === 'drop' ? drop(work, tags) : choose(work, tags);
  },
});

async function choose(work: ChatWork, tags: readonly string[]): Promise<string> {
  const { speaker } = work;
  for (const tag of tags) await giveTag(work, speaker.id, tag, { source: 'self', by: speaker.id });
  await askToMirror(work);
  return copy.chosen(speaker.name, tags);
}

/** What staff gave, staff takes. */
async function drop(work: ChatWork, tags: readonly string[]): Promise<string> {
  const { tx, now, account, speaker } = work;
  for (const tag of tags) await takeTag(work, speaker.id, tag, { source: 'self', by: speaker.id });
  await askToMirror(work);
  const left = await listTagsOf(tx, { accountId: account.id, memberId: speaker.id }, now);
  return copy.unchosen(
    speaker.name,
    tags,
    left.map(({ tag }) => tag).filter((tag) => tags.includes(tag)),
  );
}
