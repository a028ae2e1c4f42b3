/** The words of an order about tags: whom it means and which tags, in the order in which people say it. */

import { tagDurations } from '../../copy/zh-cn/conditions.js';
import { describeMember } from '../../copy/zh-cn/members.js';
import * as copy from '../../copy/zh-cn/tags.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { decideTagName } from '../../domain/tag.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';
import { members } from '../../kit/member-argument.js';
import type { WordReader } from '../../kit/word-reader.js';
import type { Member } from '../../storage/members.js';
import { readRule, type RuleOrder } from './rule-order.js';

export type TagOrder =
  | { readonly do: 'list' | 'choices' }
  | { readonly do: 'show'; readonly people: readonly Member[] }
  | { readonly do: 'holders'; readonly tag: string }
  | ({ readonly do: 'change'; readonly people: readonly Member[] } & TagWords)
  | ({ readonly do: 'choose' } & TagWords)
  | { readonly do: 'sync'; readonly again: boolean }
  | RuleOrder;

export interface TagWords {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** For so many days; without an end when absent. */
  readonly days?: number;
}

const NO_TAGS: TagWords = { added: [], removed: [] };
const LONGEST_DAYS = 3_650;
const DURATION = /^(\d{1,4})(\D+)$/u;
const people = members(copy.labels.member, describeMember);

export const tagOrder: Argument<TagOrder> = {
  label: copy.labels.tag,

  async parse(context) {
    const { words } = context;
    if (words.ended()) return accept({ do: 'list' });
    const action = copy.actions[words.peek() ?? ''];
    if (action !== undefined) words.next();
    if (action === 'rule') return readRule(context);
    if (action === 'choice') return readChoice(context);
    if (action === 'sync') return accept({ do: 'sync', again: copy.againWords.includes(words.next() ?? '') });
    return readChange(context);
  },
};

/** Tags may stand before the people or behind them. */
async function readChange(context: ArgumentContext): Promise<Decision<TagOrder>> {
  const { words } = context;
  const isLed = skipLead(words);
  if (!isLed && isOneWord(words)) return accept({ do: 'holders', tag: words.next() ?? '' });
  const before = startsTag(words) ? readTags(words, true) : accept(NO_TAGS);
  if (!before.ok) return before;
  const named = await people.parse(context);
  if (!named.ok) return named;
  const after = readTags(words, false);
  if (!after.ok) return after;
  const tags = merge(before.value, after.value);
  if (tags.added.length + tags.removed.length > 0) return accept({ do: 'change', people: named.value, ...tags });
  return accept({ do: 'show', people: named.value });
}

function skipLead(words: WordReader): boolean {
  const isLed = copy.leadWords.includes(words.peek() ?? '');
  if (isLed) words.next();
  return isLed;
}

/** One word that calls nobody is a tag. */
function isOneWord(words: WordReader): boolean {
  return /^[^@\uff20+\uff0b-][^\s]*$/u.test(words.remaining());
}

function startsTag(words: WordReader): boolean {
  const word = words.peek() ?? '';
  return /^[+-]/u.test(word) || copy.addWords.includes(word) || copy.removeWords.includes(word);
}

/** Up to the end of the line, or to the first who is called by name. */
function readTags(words: WordReader, untilCalled: boolean): Decision<TagWords> {
  let tags = NO_TAGS;
  let isRemoving = false;
  for (let word = words.peek(); word !== undefined; word = words.peek()) {
    if (untilCalled && word.startsWith('@')) break;
    words.next();
    if (copy.addWords.includes(word) || copy.removeWords.includes(word)) {
      isRemoving = copy.removeWords.includes(word);
      continue;
    }
    const read = readTag(word, isRemoving);
    if (!read.ok) return read;
    tags = merge(tags, read.value);
  }
  return accept(tags);
}

function readTag(word: string, isRemoving: boolean): Decision<TagWords> {
  const days = daysIn(word);
  if (days !== undefined)
    return days > LONGEST_DAYS || days < 1
      ? refuse({ code: 'argument.out_of_range', name: copy.labels.days, min: 1, max: LONGEST_DAYS })
      : accept({ added: [], removed: [], days });
  const names: string[] = [];
  for (const name of word
    .replace(/^[+-]/u, '')
    .split(/[,、]/u)
    .filter((one) => one !== '')) {
    const decided = decideTagName(name);
    if (!decided.ok) return decided;
    names.push(decided.value);
  }
  const removes = word.startsWith('-') || (isRemoving && !word.startsWith('+'));
  return accept(removes ? { added: [], removed: names } : { added: names, removed: [] });
}

function daysIn(word: string): number | undefined {
  const [, digits, unit = ''] = DURATION.exec(word) ?? [];
  const factor = Object.hasOwn(tagDurations, unit) ? tagDurations[unit] : undefined;
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}

function merge(one: TagWords, other: TagWords): TagWords {
  const days = other.days ?? one.days;
  const added = [...new Set([...one.added, ...other.added])];
  const removed = [...new Set([...one.removed, ...other.removed])];
  return { added, removed, ...(days !== undefined && { days }) };
}

function readChoice({ words }: ArgumentContext): Decision<TagOrder> {
  if (words.ended()) return accept({ do: 'choices' });
  const tags = readTags(words, false);
  return tags.ok ? accept({ do: 'choose', ...tags.value }) : tags;
}
