/** Mine: a member's own figures, in the room where they ask, or of all their rooms in a private chat. */

import { sayBadges } from '../../../copy/zh-cn/badges.js';
import * as copy from '../../../copy/zh-cn/members.js';
import { ownLine } from '../../../copy/zh-cn/tiers.js';
import { ownDay } from '../../../copy/zh-cn/trials.js';
import type { MemberId } from '../../../domain/ids.js';
import type { LocalDay } from '../../../domain/local-day.js';
import { milestoneBonus, nextMilestone } from '../../../domain/points.js';
import { runsCourse } from '../../../domain/room.js';
import { currentStreak } from '../../../domain/streak.js';
import { findCampProgress } from '../../../kit/camps.js';
import { defineIntent } from '../../../kit/feature.js';
import { readMakeUpLimits, readMakeUpState } from '../../../kit/make-ups.js';
import { readOwnTier } from '../../../kit/own-tier.js';
import { findOwnTrialDay } from '../../../kit/trials.js';
import { todayIn } from '../../../kit/work.js';
import { listBadges } from '../../../storage/badges.js';
import type { Tx } from '../../../storage/database.js';
import { listLeaveAhead } from '../../../storage/leave-days.js';
import { listRoomsOfMember, type Member } from '../../../storage/members.js';
import { readRoom, type Room } from '../../../storage/rooms.js';
import { readStanding } from '../../../storage/standings.js';

const MOST_ROOMS = 5;

export const mine = defineIntent({
  name: 'members.mine',
  intent: 'mine',
  scope: 'anywhere',
  help: copy.help.mine,

  async run({ tx, now, room, speaker }) {
    if (room && runsCourse(room.kind)) return standingIn(tx, room, speaker, todayIn(room, now));
    const memberships = (await listRoomsOfMember(tx, speaker.id)).slice(0, MOST_ROOMS);
    const parts: string[] = [];
    for (const { roomId, name } of memberships) {
      const one = await readRoom(tx, roomId);
      if (runsCourse(one.kind)) parts.push(await standingIn(tx, one, { id: speaker.id, name }, todayIn(one, now)));
    }
    return parts.length > 0 ? parts.join('\n\n') : copy.inNoRoom();
  },
});

async function standingIn(tx: Tx, room: Room, member: Member, today: LocalDay): Promise<string> {
  const standing = await readStanding(tx, { roomId: room.id, memberId: member.id });
  const streak = currentStreak(standing, today);
  const milestone = nextMilestone(streak);
  const camp = await findCampProgress(tx, room, { memberId: member.id, today });
  const trial = await findOwnTrialDay(tx, room, member.id, today);
  return copy.mine({
    name: member.name,
    topic: room.topic,
    streak,
    best: standing.best,
    total: standing.total,
    points: standing.balance,
    freezes: standing.freezes,
    badges: sayBadges(await listBadges(tx, { roomId: room.id, memberId: member.id })),
    doneToday: standing.lastDay === today,
    ...(await attendanceIn(tx, room, member.id, today)),
    ...(camp && { camp }),
    ...(trial && { trial: ownDay(trial) }),
    ...(milestone !== undefined && { next: { days: milestone - streak, milestone, bonus: milestoneBonus(milestone) } }),
  });
}

/** What the member may still use, the days of leave that are to come, and their tier. */
async function attendanceIn(tx: Tx, room: Room, memberId: MemberId, today: LocalDay) {
  const { used } = await readMakeUpState(tx, room, memberId, today);
  const { makeUpQuota } = await readMakeUpLimits(tx, room, memberId);
  const { tier, next } = await readOwnTier(tx, room, memberId, today);
  const leave = await listLeaveAhead(tx, { roomId: room.id, memberId }, today);
  return { makeUps: Math.max(0, makeUpQuota - used), leave, isOnLeave: leave[0] === today, tier: ownLine(tier, next) };
}
