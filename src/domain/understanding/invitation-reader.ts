/** Reads a code of invitation that a newcomer says: the word for it, the code, and nothing else but marks. */

import type { Basics } from './basics.js';
import { skipNeutral } from './lead.js';
import type { Line } from './line.js';
import { MARK } from './marks.js';
import { anyOf, skip, sticky } from './pattern.js';
import type { Understanding } from './understanding.js';
import type { Vocabulary } from './vocabulary.js';

export interface InvitationGrammar {
  readonly basics: Basics;
  readonly said: RegExp;
}

/** Longer than anybody makes it who only says a code. */
const MAX_LINE = 40;

export function compileInvitation({ closed }: Vocabulary, basics: Basics): InvitationGrammar {
  const { owners, key, is } = closed.invitation;
  const code = String.raw`(?<code>[a-z0-9]{8})`;
  const end = `(?:${MARK}|${anyOf(closed.tails)}|\\s)*$`;
  const whose = `(?:${anyOf(owners)} ?)?`;
  return { basics, said: sticky(String.raw`${whose}${key} ?(?:${anyOf(is)})?[\s:]*${code}${end}`) };
}

export function readInvitation({ basics, said }: InvitationGrammar, line: Line): Understanding | undefined {
  if (line.text.length > MAX_LINE) return undefined;
  const at = skipNeutral(basics.lead, line, 0);
  said.lastIndex = skip(basics.lead.polite, line.text, at);
  const code = said.exec(line.text.toLowerCase())?.groups?.['code'];
  return code === undefined ? undefined : { intent: 'invitation-code', arg: code.toUpperCase() };
}
