import { defineFeature } from '../../kit/feature.js';
import { countForYesterday } from './commands/count-for-yesterday.js';
import { joinBoard, leaveBoard } from './intents/board-choice.js';
import { board } from './intents/board.js';
import { checkIn } from './intents/check-in.js';
import { attachMedia } from './listeners/attach-media.js';
import { acknowledgement } from './merged-replies/acknowledgement.js';

export const checkIns = defineFeature({
  name: 'check-ins',
  commands: [countForYesterday],
  intents: [checkIn, board, leaveBoard, joinBoard],
  listeners: [attachMedia],
  mergedReplies: [acknowledgement],
});
