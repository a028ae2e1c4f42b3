import { defineFeature } from '../../kit/feature.js';
import { help } from './commands/help.js';
import { explainCheckIn } from './fallbacks/explain-check-in.js';
import { greet } from './fallbacks/greet.js';
import { hint } from './fallbacks/hint.js';
import { askForHelp } from './intents/ask-for-help.js';
import { mine } from './intents/mine.js';
import { compareRoster } from './listeners/compare-roster.js';
import { noteJoined } from './listeners/note-joined.js';
import { noteLeft } from './listeners/note-left.js';
import { welcome } from './merged-replies/welcome.js';

export const members = defineFeature({
  name: 'members',
  commands: [help],
  intents: [mine, askForHelp],
  listeners: [noteJoined, noteLeft, compareRoster],
  mergedReplies: [welcome],
  fallbacks: [greet, explainCheckIn, hint],
});
