/** A member wants to be in the draw. Everybody hears the number and code that they have in it; those in a rush together. */

import type { Entering } from '../../../copy/zh-cn/draws.js';
import * as copy from '../../../copy/zh-cn/draws.js';
import { type EntrantFigures, type Shortfall, shortfallsOf, tagsAsked } from '../../../domain/draw.js';
import { addDays, daysBetween, weekdayOf } from '../../../domain/local-day.js';
import { localDayOf } from '../../../domain/local-time.js';
import { earliestAcknowledgement } from '../../../domain/pacing.js';
import { mayActAs } from '../../../domain/role.js';
import { currentStreak } from '../../../domain/streak.js';
import { queueItem } from '../../../kit/collect-item.js';
import { defineIntent } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { listCheckInDays } from '../../../storage/check-ins.js';
import { appendEntry, findEntry } from '../../../storage/draw-entries.js';
import { type Draw, findRunningDraw } from '../../../storage/draws.js';
import { readRole } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';
import { readJoinedAt } from '../../../storage/seats.js';
import { readStanding } from '../../../storage/standings.js';
import { hasTag } from '../../../storage/tags.js';
import { findTierName } from '../../../storage/tiers.js';
import { DRAW_ENTRIES } from '../merged-replies/draw-entries.js';
import { entryCode } from '../tickets.js';

type EnterWork = ChatWork & { readonly room: Room };

const LIFETIME_MS = 60 * 60_000;

export const enter = defineIntent({
  name: 'draws.enter',
  intent: 'draw',
  scope: 'room',
  help: copy.help,

  async run(work) {
    const { tx, room, speaker, sentAt } = work;
    const draw = present(await findRunningDraw(tx, room.id), { code: 'draw.none' });
    if (draw.state !== 'open' || sentAt >= draw.endsAt)
      throw new RefusedError({ code: 'draw.not_open', name: draw.name });
    if (mayActAs(await readRole(tx, speaker.id, room.id, sentAt), 'teacher'))
      throw new RefusedError({ code: 'activity.not_for_staff' });
    const value = await enterDraw(work, draw);
    const notBefore = earliestAcknowledgement(
      work.pacing,
      { latest: room.lastAckAt, earlier: room.earlierAckAt },
      work.now,
    );
    await queueItem(work, room, { kind: DRAW_ENTRIES, value, notBefore, lifetime: LIFETIME_MS });
    return undefined;
  },
});

async function enterDraw(work: EnterWork, draw: Draw): Promise<Entering> {
  const { tx, now, speaker } = work;
  const { name, id: memberId } = speaker;
  const before = await findEntry(tx, draw.id, memberId);
  if (before) return { name, number: before.number, code: before.code, again: true };
  const missing = await missingOf(work, draw);
  if (missing.length > 0) return { name, missing };
  const number = draw.entries + 1;
  const code = entryCode(draw.commitment, number, name);
  const weight = await weightOf(work, draw);
  await appendEntry(tx, draw.id, { number, memberId, code, weight }, now);
  return { name, number, code, weight };
}

async function missingOf(work: EnterWork, { conditions }: Draw): Promise<readonly Shortfall[]> {
  if (conditions.length === 0) return [];
  const { tx, now, account, speaker } = work;
  const held = new Set<string>();
  for (const tag of tagsAsked(conditions))
    if (await hasTag(tx, { accountId: account.id, memberId: speaker.id }, tag, now)) held.add(tag);
  return shortfallsOf(conditions, await readFigures(work), held);
}

/** By the tier of this moment, and by what the opening promised to it. */
async function weightOf({ tx, account, speaker }: EnterWork, { weights }: Draw): Promise<number> {
  if (weights === null) return 1;
  return weights[(await findTierName(tx, account.id, speaker.id)) ?? ''] ?? 1;
}

async function readFigures({ tx, room, speaker, today }: EnterWork): Promise<EntrantFigures> {
  const key = { roomId: room.id, memberId: speaker.id };
  const standing = await readStanding(tx, key);
  const monday = addDays(today, 1 - weekdayOf(today));
  const days = await listCheckInDays(tx, key);
  const joined = localDayOf(await readJoinedAt(tx, key), room.settings.zone);
  return {
    weekCheckIns: days.filter((day) => day >= monday && day <= today).length,
    checkIns: standing.total,
    streak: currentStreak(standing, today),
    daysHere: daysBetween(joined, today),
  };
}
