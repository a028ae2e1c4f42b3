import { defineFeature } from '../../kit/feature.js';
import { conversionCommand } from './commands/conversion.js';

export const conversion = defineFeature({ name: 'conversion', commands: [conversionCommand] });
