import { defineFeature } from '../../kit/feature.js';
import { classes as command } from './commands/classes.js';
import { classMembers } from './dailies/class-members.js';
import { classReason } from './reasons/class.js';

export const classes = defineFeature({
  name: 'classes',
  commands: [command],
  dailies: [classMembers],
  reasons: [classReason],
});
