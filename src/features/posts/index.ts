import { defineFeature } from '../../kit/feature.js';

export const posts = defineFeature({ name: 'posts' });
