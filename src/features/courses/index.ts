import { defineFeature } from '../../kit/feature.js';
import { course } from './commands/course.js';
import { task } from './commands/task.js';

export const courses = defineFeature({ name: 'courses', commands: [course, task] });
