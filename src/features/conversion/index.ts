import { defineFeature } from '../../kit/feature.js';
import { conversionCommand } from './commands/conversion.js';
import { keepRecords } from './dailies/keep-records.js';

export const conversion = defineFeature({ name: 'conversion', commands: [conversionCommand], dailies: [keepRecords] });
