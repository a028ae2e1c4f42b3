/** The words of an order about a list: what to do, and with which words. Several may be given, by spaces, commas or lines. */

import * as copy from '../../copy/zh-cn/moderation.js';
import { accept, refuse } from '../../domain/decision.js';
import type { Argument } from '../../kit/argument.js';

export interface WordOrder {
  readonly do: 'add' | 'remove' | 'list';
  readonly words: readonly string[];
}

const PARTS = /[\s,，、;；]+/u;

/** What begins with none of the orders is shown. */
export const wordOrder: Argument<WordOrder> = {
  label: copy.labels.order,
  async parse({ words, example }) {
    if (words.ended()) return accept({ do: 'list', words: [] });
    const given = words.next() ?? '';
    const order = Object.hasOwn(copy.wordOrders, given) ? copy.wordOrders[given] : undefined;
    if (order === undefined) {
      const choices = Object.keys(copy.wordOrders);
      return refuse({ code: 'argument.not_a_choice', name: copy.labels.order, given, choices });
    }
    if (order === 'list') return accept({ do: 'list', words: [] });
    const listed = words
      .rest()
      .split(PARTS)
      .filter((word) => word !== '');
    if (listed.length === 0) return refuse({ code: 'argument.missing', name: copy.labels.words, example });
    return accept({ do: order === 'remove' ? 'remove' : 'add', words: [...new Set(listed)] });
  },
};
