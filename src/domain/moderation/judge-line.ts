/**
 * What a line has in it that a learning room does not want: advertising, and links into shops and traps.
 *
 * One sign alone is talk: people ask about prices, tell of their work and read about lotteries. It takes something that is
 * offered and a way to take it up. Whoever warns, quotes or asks is never an offender.
 */

import { findHosts, judgeHosts, type LinkKind, withoutLinks } from './links.js';
import type { ModerationWords } from './moderation-words.js';
import { createNormalise, densify, type Normalise } from './normal-text.js';
import { createSignReader, type SignReader, type Signs } from './read-signs.js';

/** Why a line is an offence, for the one who asks. */
export const LINE_SIGNS = ['contact', 'call', 'offer', 'bait', 'price', 'link', 'bad-host', 'app-code'] as const;
export type LineSign = (typeof LINE_SIGNS)[number];

export interface LineOffence {
  readonly kind: 'ad' | 'link';
  readonly signs: readonly LineSign[];
}

export interface LineJudge {
  readonly normalise: Normalise;
  /** True for members' own records, and for what they turn to the team with. */
  isOwnAffair(message: string): boolean;
  /** True where a code that the bot gave out is all that is said. It is nobody's to keep or to show. */
  isCode(message: string): boolean;
  /** Undefined for what may stay. `allowed`: hosts that never count. */
  judge(message: string, allowed?: readonly string[]): LineOffence | undefined;
}

/** What an ad weighs at least; each sign alone weighs less. */
const AD_WEIGHT = 4;
const WEIGHTS = { handle: 4, phone: 2, call: 2, bait: 3, firstOffer: 2, nextOffer: 1, gift: 1, price: 2 } as const;
const LINK_WEIGHTS = { none: 0, good: 0, unknown: 1, cheap: 2, bad: 3 } as const;
const GUARDS = { question: 3, study: 4, own: 3 } as const;

/** In groups of four, with nothing behind it, and before it nothing but the word for it and a mention. */
const CODE =
  /^(?:@\S+\s+)?(?<word>[^\s\p{P}0-9a-z]{2,12})[\s:]*[0-9a-z]{4}(?:[\s_.\p{Pd}]{0,3}[0-9a-z]{4}){1,4}[^\p{L}\p{N}]*$/iu;
/** Of what a line begins with. */
const LONGEST_LEAD = 24;
const REPLY = /^「[\s\S]{0,2000}?」\n(?:- ?){3,40}\n/u;
const QUOTES = /[「『“"]/u;
const QUOTED = /[「『“"][^「」『』“”"]{4,300}[」』”"]/gu;
/** What is left of a line that merely quotes is about the quotation. */
const LEFT_OF_QUOTE = 4;

export function createLineJudge(words: ModerationWords): LineJudge {
  const normalise = createNormalise(words.lookAlikes);
  const signReader = createSignReader(words);
  const isPlea = (plain: string): boolean => beginsWith(plain, words.pleas);
  return {
    normalise,
    isOwnAffair: (message) => beginsWith(normalise(message), [...words.pleas, ...words.leads]),
    isCode: (message) => saysCode(message.normalize('NFKC'), words.codes),
    judge: (message, allowed = []) => {
      const plain = normalise(withoutQuotes(message));
      const offence = judgeText(plain, { words, signReader, allowed });
      return offence && isPlea(plain) ? undefined : offence;
    },
  };
}

function beginsWith(plain: string, words: readonly string[]): boolean {
  const start = densify(plain.slice(0, LONGEST_LEAD));
  return words.some((word) => start.startsWith(word));
}

function saysCode(line: string, codes: readonly string[]): boolean {
  const word = CODE.exec(line.trim())?.groups?.['word'];
  return word !== undefined && codes.includes(word);
}

interface Judging {
  readonly words: ModerationWords;
  readonly signReader: SignReader;
  readonly allowed: readonly string[];
}

function judgeText(plain: string, { words, signReader, allowed }: Judging): LineOffence | undefined {
  const bare = withoutLinks(plain);
  const link = judgeHosts(findHosts(plain), words.hosts, allowed);
  if (!isUnsure(link) && !signReader.mayLure(bare)) return undefined;
  const signs = signReader.read(bare);
  const { counts } = signs;
  if (!mayOffend(signs, link) || counts.warning > 0) return undefined;
  if (counts.code > 0) return { kind: 'link', signs: ['app-code'] };
  if (link === 'bad' && !isTalk(signs)) return { kind: 'link', signs: ['bad-host', ...namesOf(signs)] };
  return isAd(signs, link)
    ? { kind: 'ad', signs: [...namesOf(signs), ...(isUnsure(link) ? ['link' as const] : [])] }
    : undefined;
}

function mayOffend({ counts, contact }: Signs, link: LinkKind): boolean {
  return (
    counts.bait + counts.offer + counts.gift + counts.call + counts.code > 0 || contact !== 'none' || isUnsure(link)
  );
}

function isTalk({ counts }: Signs): boolean {
  return counts.question > 0 || counts.study > 0;
}

function isUnsure(link: LinkKind): boolean {
  return link !== 'none' && link !== 'good';
}

function isAd(signs: Signs, link: LinkKind): boolean {
  const { counts, contact, price } = signs;
  const way = (contact === 'none' ? 0 : WEIGHTS[contact]) + (counts.call > 0 ? WEIGHTS.call : 0) + LINK_WEIGHTS[link];
  const lure = lureWeight(signs);
  if (way === 0 && counts.bait < 2) return false;
  if (lure === 0 && !price && way < AD_WEIGHT) return false;
  return way + lure + (price ? WEIGHTS.price : 0) - guardWeight(signs) >= AD_WEIGHT;
}

function lureWeight({ counts: { bait, offer, gift } }: Signs): number {
  const offers = offer === 0 ? 0 : WEIGHTS.firstOffer + (Math.min(4, offer) - 1) * WEIGHTS.nextOffer;
  return Math.min(2, bait) * WEIGHTS.bait + offers + Math.min(2, gift) * WEIGHTS.gift;
}

function guardWeight({ counts, contact }: Signs): number {
  const { question, study, own } = GUARDS;
  const tells = contact === 'handle' ? counts.call + counts.bait > 0 : counts.call > 0 && counts.bait > 0;
  const asks = counts.question > 0 && !tells;
  return (asks ? question : 0) + (counts.study > 0 ? study : 0) + (counts.own > 0 ? own : 0);
}

function namesOf({ counts, contact, price }: Signs): LineSign[] {
  const found = {
    contact: contact !== 'none',
    call: counts.call > 0,
    offer: counts.offer + counts.gift > 0,
    bait: counts.bait > 0,
    price,
  };
  return LINE_SIGNS.filter((sign) => sign in found && found[sign as keyof typeof found]);
}

/** What somebody answers to, and what stands in quotation marks, is another's. */
function withoutQuotes(message: string): string {
  if (!QUOTES.test(message)) return message;
  const own = message.replace(REPLY, '');
  const left = own.replace(QUOTED, ',');
  return left.replace(/[^\p{L}\p{N}]/gu, '').length >= LEFT_OF_QUOTE ? left : own;
}
