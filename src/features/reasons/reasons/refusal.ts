/** Why somebody was turned down the last time. What was said in private is not told where members read along. */

import * as copy from '../../../copy/zh-cn/reasons.js';
import { sayRefusal } from '../../../copy/zh-cn/refusals.js';
import { defineReason, type MemberReasonWork } from '../../../kit/reason.js';
import { findLastRefusal, type LastRefusal } from '../../../storage/last-refusals.js';

const KEPT_MS = 24 * 60 * 60_000;

export const refusal = defineReason({
  about: 'member',
  topic: 'refusal',
  words: copy.words.refusal,

  async explain(work) {
    const whose = copy.whose(work.member, work.isOwn);
    const last = await findTold(work);
    if (last === undefined) return copy.noRefusal(whose);
    // Nothing was refused: this is what a reminder was about.
    if (last.refusal.code === 'rule.reminded') return sayRefusal(last.refusal).split('\n');
    const { settings } = work.room;
    return copy.refused({ at: last.at, zone: settings.zone, line: last.line, words: sayRefusal(last.refusal) }, whose);
  },
});

async function findTold({ tx, now, room, member, inPublic }: MemberReasonWork): Promise<LastRefusal | undefined> {
  const last = await findLastRefusal(tx, member.id);
  if (last === undefined || now - last.at > KEPT_MS) return undefined;
  return inPublic && last.roomId !== room.id ? undefined : last;
}
