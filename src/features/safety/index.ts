import { defineFeature } from '../../kit/feature.js';
import { log } from './commands/log.js';
import { undo } from './commands/undo.js';

export const safety = defineFeature({ name: 'safety', commands: [undo, log] });
