/** Reads a redemption: alone, or with the thing wanted, by number or by name. */

import type { Basics } from './basics.js';
import { mentionsOther, skipNeutral } from './lead.js';
import { type Line, typedText } from './line.js';
import { emoticonBut, MARK } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { asksFirst, asksLast } from './question.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

export interface RedeemGrammar {
  readonly basics: Basics;
  readonly key: RegExp;
  readonly glued: RegExp;
  readonly apart: RegExp;
  readonly tail: RegExp;
  readonly talk: RegExp;
}

/** No item has a longer name; longer lines talk. */
const MAX_LINE = 80;

export function compileRedeem({ closed, lead }: Vocabulary, basics: Basics): RedeemGrammar {
  const emoticon = emoticonBut(anyOf(lead.bracketed));
  return {
    basics,
    key: sticky(anyOf(closed.redeem.keys)),
    glued: sticky(String.raw`(?:\d{1,4}|${anyOf(closed.redeem.gluedItems)})$`),
    apart: sticky(String.raw`[\]\)\}#\u3011\u3015]?(?:[\s:]|[+\-](?=\S))+`),
    tail: new RegExp(
      String.raw`(?:${anyOf(closed.tails)}|${emoticon}|[${MARK}--[\)\]\u300B\u3011\u300D\u201D\uFE0F\u20E3]]|\uFE0F(?!\u20E3)|\s)+$`,
      'v',
    ),
    talk: new RegExp(String.raw`[,.\u3002!;?]|${anyOf(closed.redeem.talk)}`, 'v'),
  };
}

export function readRedeem(grammar: RedeemGrammar, line: Line): Understanding | undefined {
  const { lead } = grammar.basics;
  if (line.text.length > MAX_LINE) return undefined;
  const at = skipNeutral(lead, line, 0);
  const keyEnd = matchEnd(grammar.key, line.text, skip(lead.polite, line.text, at));
  if (keyEnd < 0) return undefined;
  const end = Math.max(keyEnd, line.text.replace(grammar.tail, '').length);
  return readItem(grammar, line, keyEnd, end);
}

function readItem(grammar: RedeemGrammar, line: Line, keyEnd: number, end: number): Understanding | undefined {
  const core = line.text.slice(0, end);
  if (/^[\])}#\u3011]*$/u.test(core.slice(keyEnd))) return { intent: 'redeem', arg: '' };
  if (matchEnd(grammar.glued, core, keyEnd) >= 0) return { intent: 'redeem', arg: typedText(line, keyEnd, end) };
  const at = matchEnd(grammar.apart, core, keyEnd);
  if (at < 0 || mentionsOther(line, at) || !isItem(grammar, core.slice(at))) return undefined;
  return { intent: 'redeem', arg: typedText(line, at, end) };
}

function isItem({ basics, talk }: RedeemGrammar, item: string): boolean {
  const isStatement = !asksFirst(basics.question, item) && !asksLast(basics.question, item);
  return isStatement && !talk.test(item) && /[\p{L}\p{N}]/u.test(item);
}
