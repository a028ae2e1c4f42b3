/** What a manager wants of a flash sale: the words after the command. */

import { momentWords } from '../../copy/zh-cn/activities.js';
import * as copy from '../../copy/zh-cn/flash-sales.js';
import { accept } from '../../domain/decision.js';
import { readSaleOpening, type SaleOpening } from '../../domain/flash-sale-opening.js';
import { type Argument, choice, optional } from '../../kit/argument.js';
import { momentsOf, tokensOf } from '../../kit/moments.js';

export type SaleOrder =
  | { readonly action: 'show' | 'cancel' }
  | { readonly action: 'open'; readonly opening: SaleOpening };

const wish = optional(choice(copy.labels.order, copy.actions), undefined);

export const saleOrder: Argument<SaleOrder> = {
  label: copy.labels.order,
  async parse(context) {
    const chosen = await wish.parse(context);
    if (!chosen.ok) return chosen;
    if (chosen.value === undefined) return accept({ action: 'show' });
    if (chosen.value === 'cancel') return accept({ action: chosen.value });
    const opening = readSaleOpening(tokensOf(context), copy.openingWords, await momentsOf(context, momentWords));
    return accept({ action: chosen.value, opening });
  },
};
