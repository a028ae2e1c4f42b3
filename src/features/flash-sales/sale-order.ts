/** What a manager wants of a flash sale: the words after the command. */

import { momentWords } from '../../copy/zh-cn/activities.js';
import * as copy from '../../copy/zh-cn/flash-sales.js';
import { accept, refuse } from '../../domain/decision.js';
import { readSaleOpening, type SaleOpening } from '../../domain/flash-sale-opening.js';
import type { Argument } from '../../kit/argument.js';
import { momentsOf, tokensOf } from '../../kit/moments.js';

export type SaleOrder =
  | { readonly action: 'show' | 'cancel' }
  | { readonly action: 'open'; readonly opening: SaleOpening };

export const saleOrder: Argument<SaleOrder> = {
  label: copy.labels.order,
  async parse(context) {
    const first = context.words.peek();
    if (first === undefined) return accept({ action: 'show' });
    const action = Object.hasOwn(copy.actions, first) ? copy.actions[first] : undefined;
    if (action === undefined) {
      const choices = Object.keys(copy.actions);
      return refuse({ code: 'argument.not_a_choice', name: copy.labels.order, given: first, choices });
    }
    context.words.next();
    if (action === 'cancel') return accept({ action });
    const opening = readSaleOpening(tokensOf(context), copy.openingWords, await momentsOf(context, momentWords));
    return accept({ action, opening });
  },
};
