/** What a manager wants of a flash sale: the words after the command. */

import { momentWords } from '../../copy/zh-cn/activities.js';
import * as copy from '../../copy/zh-cn/flash-sales.js';
import { accept } from '../../domain/decision.js';
import { readSaleOpening, type SaleOpening } from '../../domain/flash-sale-opening.js';
import { type ActivityOrder, activityOrder } from '../../kit/activity-order.js';
import { momentsOf, tokensOf } from '../../kit/moments.js';

export type SaleOrder = ActivityOrder<SaleOpening>;

export const saleOrder = activityOrder<SaleOpening>({
  label: copy.labels.order,
  actions: copy.actions,
  open: async (context) =>
    accept(readSaleOpening(tokensOf(context), copy.openingWords, await momentsOf(context, momentWords))),
});
