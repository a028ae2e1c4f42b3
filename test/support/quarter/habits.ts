/** All that people do in a quarter, in the order in which it happens within a minute; and what staff sets up before. */

import { checkpoints } from './checkpoints.js';
import { comingsAndGoings, nameSources } from './comings-and-goings.js';
import { conduct, listWords } from './conduct.js';
import { confidences } from './confidences.js';
import { coreCircle } from './core-circle.js';
import { decisions } from './decisions.js';
import { diligence } from './diligence.js';
import { helpers } from './helpers.js';
import { invitations } from './invitations.js';
import { labels, offerTags } from './labels.js';
import { lists } from './lists.js';
import { mornings } from './mornings.js';
import { nights } from './nights.js';
import { promotions, setLadder } from './promotions.js';
import type { Habit, Quarter } from './quarter.js';
import { sales } from './sales.js';

export const HABITS: readonly Habit[] = [
  nights,
  comingsAndGoings,
  diligence,
  mornings,
  decisions,
  sales,
  confidences,
  labels,
  promotions,
  conduct,
  helpers,
  coreCircle,
  invitations,
  lists,
  checkpoints,
];

export async function prepare(quarter: Quarter): Promise<void> {
  await offerTags(quarter);
  await setLadder(quarter);
  await listWords(quarter);
  await nameSources(quarter);
}
