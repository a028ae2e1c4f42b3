/** Reads commands that are a whole message. Any tail but a friendly one makes talk of them, and so does a question. */

import type { Basics } from './basics.js';
import type { ClosedWords } from './intent-words.js';
import { skipMention, skipNeutral } from './lead.js';
import type { Line } from './line.js';
import { emoticonBut, MARK } from './marks.js';
import { anyOf, matchEnd, skip, sticky } from './pattern.js';
import { createPhraseTable, type PhraseTable } from './phrase-table.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

export interface ClosedGrammar {
  readonly basics: Basics;
  readonly phrases: PhraseTable;
  readonly tail: RegExp;
  readonly withdraw: RegExp;
  readonly confirm: RegExp;
}

/** Longer than any command with its reason and its thanks. */
const MAX_CORE = 60;

export function compileClosed({ closed, lead }: Vocabulary, basics: Basics): ClosedGrammar {
  const emoticon = emoticonBut(anyOf(lead.bracketed));
  return {
    basics,
    phrases: createPhraseTable(closed),
    tail: new RegExp(String.raw`(?:${anyOf(closed.tails)}|${emoticon}|${MARK}|\s)+$`, 'v'),
    withdraw: sticky(withdrawSource(closed.withdraw)),
    confirm: sticky(String.raw`${anyOf([closed.confirm])} *(\d{4})[\s\p{P}~]*$`),
  };
}

/** A short reason may come before or after. */
function withdrawSource({ verbs, whose, objects, reasonStarts, reasons }: ClosedWords['withdraw']): string {
  const reason = `${anyOf(reasonStarts)}{0,2}${anyOf(reasons)}`;
  const command = `${anyOf(verbs)} ?${anyOf(whose.filter((each) => each !== ''))}? ?${anyOf(objects)}`;
  const apart = String.raw`[\s,.\u3002!~;]*`;
  return `(?:${reason}${apart})?${command}(?:${apart}${reason})?$`;
}

export function readClosed(grammar: ClosedGrammar, line: Line): Understanding | undefined {
  const { lead } = grammar.basics;
  const at = skipNeutral(lead, line, 0);
  if (isLoneQuestionMark(line)) return { intent: 'help' };
  if (line.text.length - at > MAX_CORE) return undefined;
  const core = line.text.slice(at).replace(grammar.tail, '');
  return (
    lookUp(grammar, core) ?? lookUp(grammar, core.slice(skip(lead.polite, core, 0))) ?? readConfirm(grammar, line, at)
  );
}

function lookUp({ phrases, withdraw }: ClosedGrammar, core: string): Understanding | undefined {
  const found = phrases.get(core.replaceAll(' ', ''));
  if (found !== undefined) return found;
  return matchEnd(withdraw, core, 0) < 0 ? undefined : { intent: 'withdraw' };
}

function isLoneQuestionMark(line: Line): boolean {
  const start = line.text.search(/\S/);
  return line.text.slice(skipMention(line, Math.max(start, 0))).trim() === '?';
}

/** Four digits and nothing else: what is confirmed here cannot be undone. */
function readConfirm({ confirm }: ClosedGrammar, { text }: Line, at: number): Understanding | undefined {
  confirm.lastIndex = at;
  const arg = confirm.exec(text)?.[1];
  return arg === undefined ? undefined : { intent: 'confirm', arg };
}
