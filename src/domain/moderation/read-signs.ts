/** What a line has in it of advertising, and of talk: each found in one walk, whatever the line is made of. */

import { type ModerationForms, type ModerationWords, type Sign, SIGNS } from './moderation-words.js';
import { densify } from './normal-text.js';
import { type FoundWord, WordFinder } from './word-finder.js';

export interface Signs {
  /** How many different words of each. */
  readonly counts: Readonly<Record<Sign, number>>;
  /** A name or a number at which somebody is reached outside. */
  readonly contact: 'none' | 'phone' | 'handle';
  /** An amount of money or a price. */
  readonly price: boolean;
}

/** Of plain text without its links. */
export interface SignReader {
  /** False for what holds nothing of advertising, which is nearly every line: one look, and nothing is counted. */
  mayLure(plain: string): boolean;
  read(plain: string): Signs;
}

/** Without one of them, a form or a contact nothing is an offence but a link. */
const LURES: readonly Sign[] = ['bait', 'offer', 'gift', 'call', 'code'];

/** Behind the name of a network: an id, after the few words that lead to it. */
const ID = /\p{Script=Han}{0,8},?([a-z0-9]{4,24})/uy;

export function createSignReader({ signs, leads, forms }: ModerationWords): SignReader {
  const all = SIGNS.flatMap((sign) => signs[sign].map((word) => ({ sign, word })));
  const finder = new WordFinder(all.map(({ word }) => word));
  const isLure = all.map(({ sign }) => LURES.includes(sign));
  const mayLure = (dense: string): boolean =>
    forms.someId.test(dense) || hasLuringForm(dense, forms) || finder.finds(dense, (word) => isLure[word] === true);
  const read = (plain: string): Signs => {
    const dense = densify(plain);
    const bySign = new Map<Sign, FoundWord[]>();
    for (const found of finder.findAll(dense)) addTo(bySign, all[found.word]?.sign ?? 'own', found);
    const counts = noSigns();
    for (const [sign, found] of bySign) counts[sign] = countWords(found);
    countForms(counts, plain, dense, forms);
    if (leads.some((lead) => dense.startsWith(lead))) counts.study += 1;
    return { counts, contact: contactIn({ plain, dense, forms }, bySign.get('net')), price: forms.price.test(dense) };
  };
  return { mayLure: (plain) => mayLure(densify(plain)), read };
}

function hasLuringForm(dense: string, { lastCall, heldOut }: ModerationForms): boolean {
  return lastCall.test(dense) || heldOut.test(dense);
}

function noSigns(): Record<Sign, number> {
  return { bait: 0, offer: 0, gift: 0, call: 0, net: 0, warning: 0, question: 0, study: 0, own: 0, code: 0 };
}

/** What is known by its form, not by its words. */
function countForms(counts: Record<Sign, number>, plain: string, dense: string, forms: ModerationForms): void {
  if (plain.includes('?')) counts.question += 1;
  if (forms.lastCall.test(dense)) counts.call += 1;
  if (forms.heldOut.test(dense)) counts.offer += 1;
}

function addTo(bySign: Map<Sign, FoundWord[]>, sign: Sign, found: FoundWord): void {
  const others = bySign.get(sign);
  if (others) others.push(found);
  else bySign.set(sign, [found]);
}

/** Different ones, of which none is a part of another. In the order in which they end, longer ones first. */
function countWords(found: readonly FoundWord[]): number {
  const words = new Set<number>();
  let earliest = Infinity;
  for (let place = found.length - 1; place >= 0; place -= 1) {
    const one = found[place];
    if (one === undefined || one.start >= earliest || found[place - 1]?.end === one.end) continue;
    earliest = one.start;
    words.add(one.word);
  }
  return words.size;
}

interface Contacting {
  readonly plain: string;
  readonly dense: string;
  readonly forms: ModerationForms;
}

function contactIn({ plain, dense, forms }: Contacting, nets: readonly FoundWord[] = []): Signs['contact'] {
  // Nearly every line ends here.
  if (!forms.someId.test(dense)) return 'none';
  if (nets.some(({ end }) => hasId(dense, end)) || forms.groupNumber.test(dense)) return 'handle';
  if (forms.handle.test(plain) || forms.lastHandle.test(plain)) return 'handle';
  return forms.phone.test(dense) ? 'phone' : 'none';
}

/** An id is no word: it has a digit in it. */
function hasId(dense: string, end: number): boolean {
  ID.lastIndex = end;
  const id = ID.exec(dense)?.[1];
  return id !== undefined && /[0-9]/.test(id);
}
