import { defineFeature } from '../../kit/feature.js';
import { source } from './commands/source.js';
import { noteFound, noteJoined } from './listeners/note-source.js';

export const sources = defineFeature({ name: 'sources', commands: [source], listeners: [noteJoined, noteFound] });
