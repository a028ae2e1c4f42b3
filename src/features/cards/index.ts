import { defineFeature } from '../../kit/feature.js';
import { activate } from './commands/activate.js';
import { cardCodes } from './commands/card-codes.js';
import { card } from './commands/card.js';
import { entitlement } from './commands/entitlement.js';
import { order } from './commands/order.js';
import { ownCard } from './commands/own-card.js';
import { ends } from './dailies/ends.js';
import { sayCode } from './intents/say-code.js';
import { cardNews } from './merged-replies/card-news.js';
import { cardReason } from './reasons/card.js';
import { partialRefund } from './todos/partial-refund.js';
import { unclaimedPayment } from './todos/unclaimed-payment.js';

export const cards = defineFeature({
  name: 'cards',
  commands: [order, card, ownCard, entitlement, cardCodes, activate],
  intents: [sayCode],
  dailies: [ends],
  mergedReplies: [cardNews],
  reasons: [cardReason],
  todos: [unclaimedPayment, partialRefund],
});
