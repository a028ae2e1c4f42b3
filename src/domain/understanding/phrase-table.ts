/** Commands that are a whole message: every way of saying one, spelled out once and looked up without its spaces. */

import { COURSE_WISHES } from '../course-wish.js';
import { REASON_TOPICS } from '../reason.js';
import type { ClosedWords } from './intent-words.js';
import type { Understanding } from './understanding.js';

export type PhraseTable = ReadonlyMap<string, Understanding>;

export function createPhraseTable(words: ClosedWords): PhraseTable {
  const table = new Map<string, Understanding>();
  const add = (understanding: Understanding, phrases: readonly string[]): void => {
    for (const phrase of phrases) table.set(phrase, understanding);
  };
  add({ intent: 'board' }, [
    ...combine(words.board.verbs, words.board.scopes, words.board.objects),
    ...words.board.fixed,
  ]);
  add({ intent: 'mine' }, combine(words.mine.verbs, words.mine.objects));
  add({ intent: 'withdraw' }, combine(words.withdraw.verbs, words.withdraw.whose, words.withdraw.objects));
  add({ intent: 'quiet', arg: 'on' }, words.quietOn);
  add({ intent: 'quiet', arg: 'off' }, words.quietOff);
  add({ intent: 'none' }, words.courtesies);
  for (const wish of COURSE_WISHES) add({ intent: 'course-wish', wish }, words.wishes[wish]);
  const { heads, topics, ends } = words.why;
  for (const topic of REASON_TOPICS) add({ intent: 'why', topic }, combine(heads, topics[topic] ?? [], ends));
  for (const intent of PHRASED) add({ intent }, words.phrases[intent]);
  return table;
}

const PHRASED = [
  'end-leave',
  'calendar',
  'day-graphic',
  'certificate',
  'draw',
  'flash-sale',
  'own-code',
  'board-opt-out',
  'board-opt-in',
  'my-data',
  'export-data',
  'delete-data',
  'help',
] as const;

/** One of each list, in this order. */
function combine(...lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce<readonly string[]>(
    (heads, list) => heads.flatMap((head) => list.map((each) => head + each)),
    [''],
  );
}
