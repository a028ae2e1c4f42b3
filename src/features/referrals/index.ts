import { defineFeature } from '../../kit/feature.js';
import { codes } from './commands/codes.js';
import { settle } from './dailies/settle.js';
import { ownCode } from './intents/own-code.js';
import { sayCode } from './intents/say-code.js';
import { noteLeft, noteMissing } from './listeners/note-gone.js';
import { unearned } from './todos/unearned.js';

export const referrals = defineFeature({
  name: 'referrals',
  commands: [codes],
  intents: [ownCode, sayCode],
  listeners: [noteLeft, noteMissing],
  dailies: [settle],
  todos: [unearned],
});
