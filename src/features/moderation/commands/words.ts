/** The words that no room wants: shows them, adds some, a whole list at once too, or takes some off. All rooms share them. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import { LONGEST_WORD, normalWord, SHORTEST_BANNED } from '../../../domain/moderation/word-lists.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { listWords, markWordsChanged } from '../../../storage/listed-words.js';
import { addToList, takeOffList } from '../change-list.js';
import { lineJudge } from '../line-judge.js';
import { wordOrder } from '../word-order.js';

export const words = defineCommand({
  name: 'moderation.words',
  triggers: copy.triggers.words,
  summary: copy.summaries.words,
  example: copy.examples.words,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: wordOrder },

  async run(work) {
    const { tx, account, args, chatRoom } = work;
    const { order } = args;
    if (isPublic(chatRoom)) throw new RefusedError({ code: 'words.not_in_public' });
    if (order.do === 'list') {
      const listed = (await listWords(tx, account.id)).filter(({ list }) => list === 'banned');
      return copy.wordLists([{ list: 'banned', words: listed.map(({ word }) => word) }]);
    }
    const normal = [...new Set(order.words.map(toWord))];
    return order.do === 'add' ? addToList(work, 'banned', normal) : takeOffList(work, 'banned', normal);
  },

  async undo({ tx, account }) {
    await markWordsChanged(tx, account.id);
  },
});

function toWord(given: string): string {
  const word = normalWord(given, lineJudge.normalise);
  const length = [...word].length;
  if (length < SHORTEST_BANNED || length > LONGEST_WORD) throw new RefusedError({ code: 'words.invalid', given });
  return word;
}
