/** Core users: who they are and who might be one, an invitation, a removal. Scores are not for members to read along. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { CANDIDATE_SCORE } from '../../../domain/core-score.js';
import { isAsked, mayPropose, mostCore } from '../../../domain/core-user.js';
import { addDays } from '../../../domain/local-day.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { refuseUnlessBelow } from '../../../kit/role-guard.js';
import { findCoreScore, listBestScores } from '../../../storage/core-scores.js';
import { countCoreSeats, findCoreUser, listCoreUsers } from '../../../storage/core-users.js';
import type { Member } from '../../../storage/members.js';
import { coreOrder } from '../core-order.js';
import { invite } from '../invite.js';
import { remove } from '../remove.js';
import { undoOrder } from '../undo.js';

/** A score of so many days ago still counts: its room may have been paused, or the bot away. */
const FRESH_DAYS = 7;
const args = { order: coreOrder };
type CoreWork = CommandWork<typeof args, 'anywhere'>;

export const core = defineCommand({
  name: 'core-users.core',
  triggers: copy.triggers.core,
  summary: copy.summaries.core,
  example: copy.examples.core,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { order } = work.args;
    if (isPublic(work.chatRoom)) throw new RefusedError({ code: 'core.not_in_public' });
    if (order === undefined) return list(work);
    if (order.do === 'show') return show(work, order.person);
    if (work.room) await refuseAbsent(work, work.room, [order.person]);
    await refuseUnlessBelow(work, order.person, work.room?.id);
    return order.do === 'invite' ? invite(work, order.person) : remove(work, order.person, order.reason);
  },

  undo: undoOrder,
});

async function list(work: CoreWork): Promise<string> {
  const { tx, now, account, today, inRoom } = work;
  const { present } = await countCoreSeats(tx, account.id);
  const active = await listCoreUsers(tx, account.id, 'active');
  const invited = await listCoreUsers(tx, account.id, 'invited');
  const scores = await listBestScores(tx, account.id, {
    least: CANDIDATE_SCORE,
    sinceDay: addDays(today, -FRESH_DAYS),
  });
  const candidates = scores.filter(({ standing }) => mayPropose(standing, now));
  const told = {
    active: active.map(({ name }) => name),
    asked: invited.filter((one) => isAsked(one, now)).map(({ name }) => name),
    candidates,
    most: mostCore(present),
    present,
  };
  return copy.coreList(told, inRoom);
}

async function show({ tx, account, inRoom }: CoreWork, { id, name }: Member): Promise<string> {
  const standing = await findCoreUser(tx, account.id, id);
  const score = await findCoreScore(tx, id);
  const { state, at = 0, reason = null } = standing ?? {};
  return copy.oneMember({ name, score, state, at, reason }, inRoom);
}
