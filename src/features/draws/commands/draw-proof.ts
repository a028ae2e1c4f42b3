/** What it takes to work the last draw out again, for every member. */

import * as copy from '../../../copy/zh-cn/draws.js';
import { integer, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { showProof } from '../orders/show-proof.js';

const MOST_PAGES = 999;

export const drawProof = defineCommand({
  name: 'draws.proof',
  triggers: copy.triggers.proof,
  summary: copy.summaries.proof,
  example: copy.examples.proof,
  allow: 'member',
  bare: true,
  scope: 'room',
  effect: 'none',
  args: { page: optional(integer(copy.labels.page, { min: 1, max: MOST_PAGES }), 1) },

  run: (work) => showProof(work, work.args.page),
});
