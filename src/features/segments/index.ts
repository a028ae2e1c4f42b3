import { defineFeature } from '../../kit/feature.js';
import { segment } from './commands/segment.js';

export const segments = defineFeature({ name: 'segments', commands: [segment] });
