import { runsCourse } from '../../domain/room.js';
import { defineFeature } from '../../kit/feature.js';
import { allow } from './commands/allow.js';
import { hide } from './commands/hide.js';
import { offences } from './commands/offences.js';
import { rules } from './commands/rules.js';
import { warn } from './commands/warn.js';
import { words } from './commands/words.js';
import { removalErrand } from './errands/removal.js';
import { appeal } from './intents/appeal.js';
import { hearCodes } from './listeners/hear-codes.js';
import { hearLine } from './listeners/hear-line.js';
import { hiddenLines } from './merged-replies/hidden-lines.js';
import { reminders } from './merged-replies/reminders.js';
import { offenceReason } from './reasons/offence.js';
import { appealTodo } from './todos/appeal.js';
import { removalByHand } from './todos/removal-by-hand.js';
import { removal } from './todos/removal.js';

export const moderation = defineFeature({
  name: 'moderation',
  commands: [warn, hide, offences, rules, words, allow],
  intents: [appeal],
  listeners: [hearLine, hearCodes],
  looksInto: (room) => runsCourse(room.kind) && room.rules.qr !== 'off',
  mergedReplies: [reminders, hiddenLines],
  errands: [removalErrand],
  todos: [removal, removalByHand, appealTodo],
  reasons: [offenceReason],
});
