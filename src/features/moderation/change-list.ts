/** Puts words on a list or takes them off, and tells every process that the lists are others now. */

import * as copy from '../../copy/zh-cn/moderation.js';
import type { WordList } from '../../domain/moderation/rule.js';
import { MOST_ALLOWED, MOST_BANNED } from '../../domain/moderation/word-lists.js';
import type { Changes } from '../../kit/changes.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { appendWord, countWords, deleteWord, markWordsChanged } from '../../storage/listed-words.js';

type ListWork = ChatWork & { readonly changes: Changes };

/** `words` are as they are stored. Resolves to the reply. */
export async function addToList(work: ListWork, list: WordList, words: readonly string[]): Promise<string> {
  const { tx, now, account, speaker, changes } = work;
  const max = list === 'banned' ? MOST_BANNED : MOST_ALLOWED;
  if ((await countWords(tx, account.id, list)) + words.length > max)
    throw new RefusedError({ code: 'words.full', max });
  const added: string[] = [];
  for (const word of words) {
    await changes.watch('listed_word', { account_id: account.id, list, word });
    if (await appendWord(tx, { accountId: account.id, list, word }, { by: speaker.id, at: now })) added.push(word);
  }
  const [first = ''] = words;
  if (added.length === 0) throw new RefusedError({ code: 'words.listed', word: first });
  await markWordsChanged(tx, account.id);
  return copy.wordsAdded(list, added, words.length - added.length);
}

/** Refuses when none of them is on it. */
export async function takeOffList(work: ListWork, list: WordList, words: readonly string[]): Promise<string> {
  const { tx, account, changes } = work;
  const removed: string[] = [];
  for (const word of words) {
    await changes.watch('listed_word', { account_id: account.id, list, word });
    if (await deleteWord(tx, { accountId: account.id, list, word })) removed.push(word);
  }
  if (removed.length === 0) throw new RefusedError({ code: 'words.not_listed', word: words[0] ?? '' });
  await markWordsChanged(tx, account.id);
  return copy.wordsRemoved(list, removed);
}
