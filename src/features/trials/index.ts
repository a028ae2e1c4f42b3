import { defineFeature } from '../../kit/feature.js';
import { trial } from './commands/trial.js';
import { handOver } from './dailies/hand-over.js';
import { sayNotes } from './dailies/say-notes.js';
import { removal } from './errands/removal.js';
import { courseWish } from './intents/course-wish.js';
import { noteFound, noteJoined } from './listeners/note-arrivals.js';
import { trialReason } from './reasons/trial.js';
import { courseWishTodo } from './todos/course-wish.js';
import { removalByHand } from './todos/removal-by-hand.js';
import { trialOver } from './todos/trial-over.js';
import { trialReturn } from './todos/trial-return.js';

export const trials = defineFeature({
  name: 'trials',
  commands: [trial],
  intents: [courseWish],
  listeners: [noteJoined, noteFound],
  dailies: [handOver, sayNotes],
  errands: [removal],
  todos: [trialOver, trialReturn, removalByHand, courseWishTodo],
  reasons: [trialReason],
});
