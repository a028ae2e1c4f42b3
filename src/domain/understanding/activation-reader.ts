/**
 * Reads a code for a card that somebody says: the word for it, the code, and nothing else but marks. A code that was cut short
 * is one too, as long as it stands in groups.
 */

import type { Basics } from './basics.js';
import { skipNeutral } from './lead.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { anyOf, skip, sticky } from './pattern.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

export interface ActivationGrammar {
  readonly basics: Basics;
  readonly said: RegExp;
}

/** Longer than anybody makes it who only says a code. */
const MAX_LINE = 60;
/** Groups of four with a dash between them. */
const GROUPED = String.raw`[a-z0-9]{4}(?:\p{Pd}[a-z0-9]{4}){1,4}`;
/** Sixteen, however they are parted: without a digit they would be words. */
const LOOSE = String.raw`(?=[a-z\s_.\p{Pd}]*\d)[a-z0-9]{4}(?:[\s_.\p{Pd}]{0,3}[a-z0-9]{4}){3}`;

export function compileActivation({ closed }: Vocabulary, basics: Basics): ActivationGrammar {
  const { owners, keys, is } = closed.activation;
  const end = `(?:${MARK}|${anyOf(closed.tails)}|\\s)*$`;
  const said = String.raw`(?:${anyOf(owners)} ?)?${anyOf(keys)} ?(?:${anyOf(is)})?[\s:]*(?<code>${GROUPED}|${LOOSE})${end}`;
  return { basics, said: sticky(said) };
}

export function readActivation({ basics, said }: ActivationGrammar, line: Line): Understanding | undefined {
  if (line.text.length > MAX_LINE) return undefined;
  const at = skipNeutral(basics.lead, line, 0);
  said.lastIndex = skip(basics.lead.polite, line.text, at);
  const code = said.exec(line.text.toLowerCase())?.groups?.['code'];
  return code === undefined ? undefined : { intent: 'activate-code', arg: code.toUpperCase() };
}
