/**
 * What moderators did in the week, to staff on Monday morning: counted from the rows of the log. It begins where the last
 * one ended, so that no use is lost or told twice, however long the bot was down.
 */

import * as copy from '../../../copy/zh-cn/moderators.js';
import { addDays, weekdayOf } from '../../../domain/local-day.js';
import { instantOf } from '../../../domain/local-time.js';
import { PRIORITY } from '../../../domain/outbox.js';
import { defineDaily } from '../../../kit/daily.js';
import type { RoomWork } from '../../../kit/work.js';
import { readBookmark, saveBookmark } from '../../../storage/bookmarks.js';
import { listModerators, listModeratorUses, type ModeratorUse } from '../../../storage/moderators.js';
import { appendOutbox } from '../../../storage/outbox.js';

const WEEK_MS = 7 * 86_400_000;
/** Until the next morning. */
const LIFETIME_MS = 24 * 60 * 60_000;

export const weekSummary = defineDaily({
  name: 'moderators-week',
  rooms: ['staff'],

  async run(work) {
    const { tx, now, room } = work;
    const name = `moderators-week:${room.id}`;
    const told = await readBookmark(tx, name);
    if (!isDue(work, told)) return;
    await saveBookmark(tx, name, now);
    const from = told === 0 ? now - WEEK_MS : told;
    const body = await summary(work, from);
    if (body !== undefined) await queue(work, body);
  },
});

/** On Mondays; later in a week whose Monday was missed, but never first of all. */
function isDue({ today, room }: RoomWork, told: number): boolean {
  const monday = addDays(today, 1 - weekdayOf(today));
  return told === 0 ? today === monday : told < instantOf(monday, 0, room.settings.zone);
}

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

async function queue({ tx, now, account, room }: RoomWork, body: string): Promise<void> {
  await appendOutbox(tx, {
    accountId: account.id,
    to: { roomId: room.id },
    kind: 'moderators-week',
    priority: PRIORITY.staff,
    started: true,
    body,
    notBefore: now,
    expiresAt: now + LIFETIME_MS,
    createdAt: now,
  });
}
