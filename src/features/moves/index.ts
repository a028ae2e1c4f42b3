import { defineFeature } from '../../kit/feature.js';
import { move } from './commands/move.js';
import { invitationErrand } from './errands/invitation.js';
import { removalErrand } from './errands/removal.js';
import { goesOn } from './keepers/go-on.js';
import { overdue } from './keepers/overdue.js';
import { reminder } from './keepers/reminder.js';
import { noteJoined, noteRoster } from './listeners/note-arrivals.js';
import { noteLeft } from './listeners/note-departures.js';
import { farewellReply } from './merged-replies/farewell.js';
import { moveReason } from './reasons/move.js';
import { absentTodo } from './todos/absent.js';
import { chooseTodos } from './todos/choose-room.js';
import { inviteTodo } from './todos/invite.js';
import { removeTodo, returnTodo, trialTodo } from './todos/leave-room.js';

/** Stands behind the members, who note first who came and went. */
export const moves = defineFeature({
  name: 'moves',
  commands: [move],
  listeners: [noteJoined, noteRoster, noteLeft],
  keepers: [goesOn, reminder, overdue],
  mergedReplies: [farewellReply],
  reasons: [moveReason],
  errands: [invitationErrand, removalErrand],
  todos: [inviteTodo, ...chooseTodos, absentTodo, returnTodo, trialTodo, removeTodo],
});
