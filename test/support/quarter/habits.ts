/** All that people do in a quarter, in the order in which it happens within a minute; and what staff sets up before. */

import { checkpoints } from './checkpoints.js';
import { classes } from './classes.js';
import { comingsAndGoings, nameSources } from './comings-and-goings.js';
import { conduct, setRules } from './conduct.js';
import { confidences } from './confidences.js';
import { coreCircle } from './core-circle.js';
import { decisions } from './decisions.js';
import { diligence } from './diligence.js';
import { entitlements, setEntitlements } from './entitlements.js';
import { helpers } from './helpers.js';
import { invitations } from './invitations.js';
import { labels, offerTags } from './labels.js';
import { lists } from './lists.js';
import { mornings } from './mornings.js';
import { nights } from './nights.js';
import { payments } from './payments.js';
import { promotions, setLadder } from './promotions.js';
import type { Habit, Quarter } from './quarter.js';
import { sales } from './sales.js';
import { segments } from './segments.js';

export const HABITS: readonly Habit[] = [
  nights,
  comingsAndGoings,
  diligence,
  mornings,
  decisions,
  sales,
  payments,
  entitlements,
  confidences,
  labels,
  classes,
  promotions,
  conduct,
  helpers,
  coreCircle,
  invitations,
  lists,
  segments,
  checkpoints,
];

export async function prepare(quarter: Quarter): Promise<void> {
  await offerTags(quarter);
  await setLadder(quarter);
  await setRules(quarter);
  await setEntitlements(quarter);
  await nameSources(quarter);
}
