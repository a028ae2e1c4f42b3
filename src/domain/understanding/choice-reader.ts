/**
 * Reads how somebody chooses a tag for themselves: the whole line, its words set apart by spaces. That a tag of this name is to be
 * had is for others to see: most of what people say they are is talk.
 */

import type { Basics } from './basics.js';
import { mentionsOther, skipNeutral } from './lead.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { asksFirst, asksLast } from './question.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

type Act = 'choose' | 'drop' | 'is';

export interface ChoiceGrammar {
  readonly basics: Basics;
  readonly openings: readonly (readonly [Act, RegExp])[];
  readonly tail: RegExp;
}

/** A tag is short, and nobody chooses many at once. */
const NAMES = /^[\p{L}\p{N}]{1,12}(?:[ \u3001,][\p{L}\p{N}]{1,12}){0,4}$/u;
const ONE_NAME = /^[\p{L}\p{N}]{1,12}$/u;
const APART = /^[\s:]+/u;
const MAX_LINE = 80;

export function compileChoice({ closed }: Vocabulary, basics: Basics): ChoiceGrammar {
  const { choose, drop, is } = closed.choose;
  const opening = (act: Act, keys: readonly string[]) => [act, sticky(anyOf(keys))] as const;
  return {
    basics,
    openings: [opening('choose', choose), opening('drop', drop), opening('is', is)],
    tail: new RegExp(String.raw`(?:${MARK}|\s)+$`, 'v'),
  };
}

export function readChoice(grammar: ChoiceGrammar, line: Line): Understanding | undefined {
  const { lead } = grammar.basics;
  if (line.text.length > MAX_LINE) return undefined;
  const at = skip(lead.polite, line.text, skipNeutral(lead, line, 0));
  for (const [act, opening] of grammar.openings) {
    const end = matchEnd(opening, line.text, at);
    if (end >= 0) return choiceFrom(grammar, line, end, act);
  }
  return undefined;
}

function choiceFrom({ basics, tail }: ChoiceGrammar, line: Line, end: number, act: Act): Understanding | undefined {
  const rest = line.text.slice(end);
  if (rest.includes('?') || mentionsOther(line, end)) return undefined;
  const names = rest.replace(tail, '');
  if (names === '') return act === 'choose' ? { intent: 'choose-tag', act, arg: '' } : undefined;
  const arg = names.replace(APART, '');
  if (arg === names || !isTags(basics, arg, act)) return undefined;
  return { intent: 'choose-tag', act, arg: arg.replaceAll(/[\u3001,]/gu, ' ') };
}

function isTags({ question }: Basics, arg: string, act: Act): boolean {
  const shape = act === 'is' ? ONE_NAME : NAMES;
  return shape.test(arg) && !asksFirst(question, arg) && !asksLast(question, arg);
}
