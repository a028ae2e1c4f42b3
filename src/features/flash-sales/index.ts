import { defineFeature } from '../../kit/feature.js';
import { flashSale } from './commands/flash-sale.js';
import { buy } from './intents/buy.js';
import { startSale } from './keepers/start-sale.js';
import { purchases } from './merged-replies/purchases.js';

export const flashSales = defineFeature({
  name: 'flash-sales',
  commands: [flashSale],
  intents: [buy],
  keepers: [startSale],
  mergedReplies: [purchases],
});
