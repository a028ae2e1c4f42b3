import { defineFeature } from '../../kit/feature.js';
import { preview } from './commands/preview.js';
import { repost } from './commands/repost.js';
import { roll } from './commands/roll.js';
import { status } from './commands/status.js';
import { outlook } from './posts/outlook.js';
import { review } from './posts/review.js';
import { task } from './posts/task.js';
import { skippedPosts } from './skipped-posts.js';

export const posts = defineFeature({
  name: 'posts',
  commands: [preview, repost, roll, status],
  posts: [task, review, outlook],
  mergedReplies: [skippedPosts],
});
