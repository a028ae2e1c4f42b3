import { defineFeature } from '../../kit/feature.js';
import { consent } from './commands/consent.js';
import { core } from './commands/core.js';
import { decline } from './commands/decline.js';
import { leave } from './commands/leave.js';
import { ownScore } from './commands/own-score.js';
import { propose } from './dailies/propose.js';
import { score } from './dailies/score.js';
import { coreRoomErrands } from './errands/core-room-errands.js';
import { preview } from './posts/preview.js';
import { coreReason } from './reasons/core.js';
import { ask } from './todos/ask.js';
import { byHand } from './todos/by-hand.js';
import { candidate } from './todos/candidate.js';
import { stillInRoom } from './todos/still-in-room.js';

export const coreUsers = defineFeature({
  name: 'core-users',
  commands: [core, consent, decline, leave, ownScore],
  dailies: [score, propose],
  errands: coreRoomErrands,
  todos: [candidate, ask, byHand, stillInRoom],
  posts: [preview],
  reasons: [coreReason],
});
