/**
 * What moderators did in the week, to staff on Monday morning: counted from the rows of the log. It begins where the last
 * one ended, so that no use is lost or told twice, however long the bot was down.
 */

import * as copy from '../../../copy/zh-cn/moderators.js';
import { defineDaily } from '../../../kit/daily.js';
import { queueWeekly, takeWeek, WEEK_MS } from '../../../kit/weekly.js';
import type { RoomWork } from '../../../kit/work.js';
import { listModerators, listModeratorUses, type ModeratorUse } from '../../../storage/moderators.js';

const NAME = 'moderators-week';

export const weekSummary = defineDaily({
  name: NAME,
  rooms: ['staff'],

  async run(work) {
    const from = await takeWeek(work, NAME);
    if (from === undefined) return;
    const body = await summary(work, from);
    if (body !== undefined) await queueWeekly(work, NAME, body);
  },
});

/** Undefined where there is no moderator and was none. */
async function summary(work: RoomWork, from: number): Promise<string | undefined> {
  const { tx, now, account, room } = work;
  const moderators = await listModerators(tx, { accountId: account.id, at: now });
  const uses = await listModeratorUses(tx, account.id, { from, before: now });
  if (moderators.length === 0 && uses.length === 0) return undefined;
  const ending = moderators.filter(({ until }) => until - now <= WEEK_MS).toSorted((a, b) => a.until - b.until);
  const told = uses.map((use) => ({ ...use, word: wordOf(work, use) }));
  return copy.weekSummary({ count: moderators.length, uses: told, ending, zone: room.settings.zone });
}

function wordOf({ catalogue }: RoomWork, { command }: ModeratorUse): string {
  return catalogue.findCommandNamed(command)?.triggers[0] ?? command;
}
