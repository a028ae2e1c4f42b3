import { defineFeature } from '../../kit/feature.js';
import { certificate } from './commands/certificate.js';
import { week } from './commands/week.js';
import { calendar } from './intents/calendar.js';
import { dayGraphic } from './intents/day-graphic.js';

export const graphics = defineFeature({
  name: 'graphics',
  commands: [week, certificate],
  intents: [calendar, dayGraphic],
});
