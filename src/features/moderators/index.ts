import { defineFeature } from '../../kit/feature.js';
import { moderator } from './commands/moderator.js';
import { weekSummary } from './dailies/week-summary.js';
import { moderatorReason } from './reasons/moderator.js';

export const moderators = defineFeature({
  name: 'moderators',
  commands: [moderator],
  dailies: [weekSummary],
  reasons: [moderatorReason],
});
