import { defineFeature } from '../../kit/feature.js';
import { drawProof } from './commands/draw-proof.js';
import { draw } from './commands/draw.js';
import { enter } from './intents/enter.js';
import { endDraw } from './keepers/end-draw.js';
import { drawEntries } from './merged-replies/draw-entries.js';
import { drawReason } from './reasons/draw.js';

export const draws = defineFeature({
  name: 'draws',
  commands: [draw, drawProof],
  intents: [enter],
  keepers: [endDraw],
  mergedReplies: [drawEntries],
  reasons: [drawReason],
});
