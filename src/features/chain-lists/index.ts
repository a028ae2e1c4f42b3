import { defineFeature } from '../../kit/feature.js';
import { chainList } from './commands/chain-list.js';
import { readPostedList } from './listeners/read-chain-list.js';
import { questions } from './merged-replies/questions.js';

export const chainLists = defineFeature({
  name: 'chain-lists',
  commands: [chainList],
  listeners: [readPostedList],
  mergedReplies: [questions],
});
