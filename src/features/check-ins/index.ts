import { defineFeature } from '../../kit/feature.js';
import { checkInFor } from './commands/check-in-for.js';
import { correct } from './commands/correct.js';
import { countForYesterday } from './commands/count-for-yesterday.js';
import { leaveFor } from './commands/leave-for.js';
import { pointsDay } from './commands/points-day.js';
import { protectDay } from './commands/protect-day.js';
import { joinBoard, leaveBoard } from './intents/board-choice.js';
import { board } from './intents/board.js';
import { checkIn } from './intents/check-in.js';
import { leave, endLeave } from './intents/leave.js';
import { makeUp } from './intents/make-up.js';
import { withdraw } from './intents/withdraw.js';
import { dayEnd } from './keepers/day-end.js';
import { attachMedia } from './listeners/attach-media.js';
import { acknowledgement } from './merged-replies/acknowledgement.js';

export const checkIns = defineFeature({
  name: 'check-ins',
  commands: [countForYesterday, checkInFor, correct, leaveFor, protectDay, pointsDay],
  intents: [checkIn, makeUp, leave, endLeave, withdraw, board, leaveBoard, joinBoard],
  keepers: [dayEnd],
  listeners: [attachMedia],
  mergedReplies: [acknowledgement],
});
