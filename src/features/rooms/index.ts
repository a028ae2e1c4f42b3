import { defineFeature } from '../../kit/feature.js';
import { pause } from './commands/pause.js';
import { register } from './commands/register.js';
import { resume } from './commands/resume.js';
import { settings } from './commands/settings.js';

export const rooms = defineFeature({ name: 'rooms', commands: [register, settings, pause, resume] });
