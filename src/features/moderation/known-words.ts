/**
 * The words that managers ban and allow, as this process knows them. The account, which is read for every batch of messages anyway, tells
 * their version: so a change is noticed wherever it was made, and talk costs no statement.
 */

import type { AccountId } from '../../domain/ids.js';
import { createWordLists, type WordLists } from '../../domain/moderation/word-lists.js';
import type { Catalogue } from '../../kit/catalogue.js';
import type { Work } from '../../kit/work.js';
import type { Awaitable } from '../../storage/awaitable.js';
import { listWords } from '../../storage/listed-words.js';
import { lineJudge } from './line-judge.js';

interface Known {
  readonly version: number;
  readonly lists: WordLists;
}

const NO_WORDS = createWordLists([], lineJudge.normalise);

/** By the bot that asks: several may live in one process. */
const known = new WeakMap<Catalogue, Map<AccountId, Known>>();

export function wordsFor(work: Work): Awaitable<WordLists> {
  const { id, wordsVersion: version } = work.account;
  if (version === 0) return NO_WORDS;
  const found = known.get(work.catalogue)?.get(id);
  return found?.version === version ? found.lists : readWords(work);
}

async function readWords({ tx, account, catalogue }: Work): Promise<WordLists> {
  const { id, wordsVersion: version } = account;
  const ofBot = known.get(catalogue) ?? new Map<AccountId, Known>();
  const lists = createWordLists(await listWords(tx, id), lineJudge.normalise);
  ofBot.set(id, { version, lists });
  known.set(catalogue, ofBot);
  return lists;
}
