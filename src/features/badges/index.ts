import { defineFeature } from '../../kit/feature.js';
import { badge } from './commands/badge.js';
import { badgeReason } from './reasons/badge.js';

export const badges = defineFeature({
  name: 'badges',
  commands: [badge],
  reasons: [badgeReason],
});
