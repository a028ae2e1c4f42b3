import { defineFeature } from '../../kit/feature.js';
import { ladder } from './commands/ladder.js';
import { promote } from './commands/promote.js';
import { judgeTiers } from './dailies/judge-tiers.js';
import { risen } from './merged-replies/risen.js';
import { tierReason } from './reasons/tier.js';
import { tierChange } from './todos/tier-change.js';

export const tiers = defineFeature({
  name: 'tiers',
  commands: [ladder, promote],
  mergedReplies: [risen],
  todos: [tierChange],
  dailies: [judgeTiers],
  reasons: [tierReason],
});
