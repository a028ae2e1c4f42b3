import { defineFeature } from '../../kit/feature.js';
import { trust } from './commands/trust.js';
import { trustReason } from './reasons/trust.js';

export const trusts = defineFeature({ name: 'trust', commands: [trust], reasons: [trustReason] });
