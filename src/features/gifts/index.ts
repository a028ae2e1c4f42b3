import { defineFeature } from '../../kit/feature.js';
import { address } from './commands/address.js';
import { callOff } from './commands/call-off.js';
import { fulfil } from './commands/fulfil.js';
import { gift } from './commands/gift.js';
import { ownRedemptions } from './commands/own-redemptions.js';
import { redeem } from './intents/redeem.js';
import { addressInPublic } from './listeners/address-in-public.js';
import { delivery } from './merged-replies/delivery.js';

export const gifts = defineFeature({
  name: 'gifts',
  commands: [gift, fulfil, callOff, ownRedemptions, address],
  intents: [redeem],
  listeners: [addressInPublic],
  mergedReplies: [delivery],
});
