/** Account: shows how it stands and how fast it speaks, or changes how fast. */

import * as copy from '../../../copy/zh-cn/accounts.js';
import { changePacing, effectivePacing } from '../../../domain/account-pacing.js';
import { accept, refuse } from '../../../domain/decision.js';
import { foldText } from '../../../domain/understanding/fold.js';
import { type Argument, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { orRefuse } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { saveNextSend } from '../../../storage/account-sending.js';
import { type Account, readAccount, saveAccountPacing } from '../../../storage/accounts.js';
import { hasten } from '../../../storage/waiting-posts.js';
import { viewAccount } from '../view-account.js';

const change: Argument<copy.PaceChange> = {
  label: copy.labels.change,
  async parse({ words }) {
    const given = foldText(words.rest()).replace(/ +/gu, ' ').trim();
    const read = copy.readPaceChange(given);
    return read === undefined ? refuse({ code: 'pacing.not_understood', given }) : accept(read);
  },
};

export const account = defineCommand({
  name: 'accounts.account',
  triggers: copy.triggers.account,
  summary: copy.summaries.account,
  example: copy.examples.account,
  allow: 'owner',
  scope: 'anywhere',
  effect: 'undoable',
  args: { change: optional(change, undefined) },

  async run(work) {
    const { changes, args } = work;
    if (args.change === undefined) return copy.account(await viewAccount(work, work.account));
    await changes.watch('account', { id: work.account.id }, ['pacing']);
    return copy.changed(await viewAccount(work, await changePace(work, args.change)));
  },

  async undo(work) {
    const known = await readAccount(work.tx, work.account.id);
    await holdFromNowOn(work, known);
  },
});

async function changePace(work: ChatWork, wanted: copy.PaceChange): Promise<Account> {
  const { tx, profile } = work;
  const known = await readAccount(tx, work.account.id);
  const pacing = wanted === 'default' ? null : orRefuse(changePacing(profile, known.pacing, wanted));
  await saveAccountPacing(tx, known.id, pacing);
  return holdFromNowOn(work, { ...known, pacing });
}

/** What waited for the old pace is looked at again, so that the new one holds from the next send on. */
async function holdFromNowOn({ tx, now, profile }: ChatWork, changed: Account): Promise<Account> {
  const { id, pacing } = changed;
  const nextSendAt = Math.min(changed.nextSendAt, now + effectivePacing(profile, pacing).maxGap);
  await saveNextSend(tx, id, nextSendAt);
  await hasten(tx, id, now);
  return { ...changed, nextSendAt };
}
