/** Trials: who is on which day of theirs, longer or shorter days for one of them, and the words of the offers. */

import * as copy from '../../../copy/zh-cn/trials.js';
import type { TrialId } from '../../../domain/ids.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { deleteNewTrial } from '../../../storage/trials.js';
import { changeOffer } from '../orders/change-offer.js';
import { extend } from '../orders/extend.js';
import { listTrials } from '../orders/list-trials.js';
import { restart } from '../orders/restart.js';
import { stop } from '../orders/stop.js';
import { trialOrder } from '../trial-order.js';

const args = { order: trialOrder };

export type TrialWork = Omit<CommandWork<typeof args, 'anywhere'>, 'args'>;

export const trial = defineCommand({
  name: 'trials.trial',
  triggers: copy.triggers.trial,
  summary: copy.summaries.trial,
  example: copy.examples.trial,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { order } = work.args;
    // That somebody has more time may be read by all; whose time is over may not.
    const mayBeRead = order.do === 'extend' || order.do === 'restart';
    if (isPublic(work.chatRoom) && !mayBeRead) throw new RefusedError({ code: 'trial.not_in_public' });
    if (order.do === 'list') return listTrials(work);
    if (order.do === 'copy') return changeOffer(work, order);
    if (order.do === 'extend') return extend(work, order.who, order.days);
    return order.do === 'stop' ? stop(work, order.who) : restart(work, order.who);
  },

  async undo({ tx }, noted) {
    const { begun } = (noted ?? {}) as { readonly begun?: TrialId };
    if (begun !== undefined) await deleteNewTrial(tx, begun);
  },
});
