import { defineFeature } from '../../kit/feature.js';
import { certificate } from './commands/certificate.js';
import { week } from './commands/week.js';
import { calendar } from './intents/calendar.js';
import { dayCard } from './intents/day-card.js';

export const cards = defineFeature({ name: 'cards', commands: [week, certificate], intents: [calendar, dayCard] });
