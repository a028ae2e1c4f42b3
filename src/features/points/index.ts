import { defineFeature } from '../../kit/feature.js';
import { grant } from './commands/grant.js';
import { statement } from './commands/statement.js';

export const points = defineFeature({
  name: 'points',
  commands: [grant, statement],
});
