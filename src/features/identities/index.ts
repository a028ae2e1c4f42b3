import { defineFeature } from '../../kit/feature.js';
import { bind } from './commands/bind.js';
import { recogniseRoom } from './commands/recognise-room.js';
import { recognise } from './commands/recognise.js';
import { noteRoster } from './listeners/note-roster.js';

export const identities = defineFeature({
  name: 'identities',
  commands: [bind, recogniseRoom, recognise],
  listeners: [noteRoster],
});
