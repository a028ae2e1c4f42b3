/** A day, or the first and the last of several with a word between them, from copy. */

import { accept, refuse } from '../domain/decision.js';
import type { DaySpan } from '../domain/understanding/understanding.js';
import { type Argument, type ArgumentContext, day } from './argument.js';

export function daySpan(label: string, untilWords: readonly string[]): Argument<DaySpan> {
  const plain = day(label);
  return {
    label,
    async parse(context) {
      const glued = splitGlued(context, untilWords);
      if (glued) return accept(glued);
      const from = await plain.parse(context);
      if (!from.ok) return from;
      if (!takeUntil(context, untilWords)) return accept({ from: from.value, to: from.value });
      const to = await plain.parse(context);
      if (!to.ok) return to;
      return to.value < from.value
        ? refuse({ code: 'argument.not_a_day', name: label, given: context.example })
        : accept({ from: from.value, to: to.value });
    },
  };
}

function takeUntil({ words }: ArgumentContext, untilWords: readonly string[]): boolean {
  const next = words.peek();
  if (next === undefined || !untilWords.includes(next)) return false;
  words.next();
  return true;
}

/** Both days in one word. */
function splitGlued({ words, parseDay, today }: ArgumentContext, untilWords: readonly string[]): DaySpan | undefined {
  const next = words.peek() ?? '';
  if (parseDay(next, today) !== undefined) return undefined;
  for (const between of untilWords) {
    for (let at = next.indexOf(between); at > 0; at = next.indexOf(between, at + 1)) {
      const from = parseDay(next.slice(0, at), today);
      const to = parseDay(next.slice(at + between.length), today);
      if (from === undefined || to === undefined || to < from) continue;
      words.next();
      return { from, to };
    }
  }
  return undefined;
}
