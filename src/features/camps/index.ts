import { defineFeature } from '../../kit/feature.js';
import { camp } from './commands/camp.js';
import { changeCamp } from './commands/change.js';
import { closeCamp } from './commands/close.js';
import { openCamp } from './commands/open.js';
import { certificate } from './intents/certificate.js';
import { announceClosing } from './keepers/announce-closing.js';
import { noteLeaving, noteMissing } from './listeners/note-leaving.js';

export const camps = defineFeature({
  name: 'camps',
  commands: [openCamp, changeCamp, closeCamp, camp],
  intents: [certificate],
  listeners: [noteLeaving, noteMissing],
  keepers: [announceClosing],
});
