/** The words of an order about segments. */

import * as copy from '../../copy/zh-cn/segments.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import type { Argument, ArgumentContext } from '../../kit/argument.js';

export type SegmentOrder =
  | { readonly do: 'list' }
  /** A condition, or the name of one. */
  | { readonly do: 'ask' | 'all'; readonly words: string }
  | { readonly do: 'save'; readonly name: string; readonly words: string }
  | { readonly do: 'delete'; readonly name: string };

export const segmentOrder: Argument<SegmentOrder> = {
  label: copy.labels.condition,

  async parse(context) {
    const { words, example } = context;
    if (words.ended()) return accept({ do: 'list' });
    const action = copy.actions[words.peek() ?? ''];
    if (action === undefined) return accept({ do: 'ask', words: words.rest() });
    words.next();
    if (words.ended()) return refuse({ code: 'argument.missing', name: copy.labels.condition, example });
    if (action === 'all') return accept({ do: 'all', words: words.rest() });
    return action === 'delete' ? accept({ do: 'delete', name: words.next() ?? '' }) : readSaving(context);
  },
};

/** A name that could be a condition would never be found again. */
function readSaving({ words, inRoom }: ArgumentContext): Decision<SegmentOrder> {
  const name = words.next() ?? '';
  const example = inRoom(copy.examples.save);
  if (/[:<>=\u2265\u2264]/u.test(name) || Object.hasOwn(copy.actions, name))
    return refuse({ code: 'argument.missing', name: copy.labels.name, example });
  if ([...name].length > copy.LONGEST_NAME)
    return refuse({ code: 'argument.too_long', name: copy.labels.name, max: copy.LONGEST_NAME });
  return words.ended()
    ? refuse({ code: 'argument.missing', name: copy.labels.condition, example })
    : accept({ do: 'save', name, words: words.rest() });
}
