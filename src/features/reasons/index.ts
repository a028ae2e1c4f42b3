import { defineFeature } from '../../kit/feature.js';
import { why } from './commands/why.js';
import { askWhy } from './intents/ask-why.js';
import { board } from './reasons/board.js';
import { points } from './reasons/points.js';
import { post } from './reasons/post.js';
import { refusal } from './reasons/refusal.js';
import { streak } from './reasons/streak.js';

export const reasons = defineFeature({
  name: 'reasons',
  commands: [why],
  intents: [askWhy],
  reasons: [refusal, streak, points, board, post],
});
