/** Badges: a member's own, and those that managers give and take back by hand. What rules give is not theirs to give. */

import * as copy from '../../../copy/zh-cn/badges.js';
import { isRuleBadge } from '../../../domain/badge.js';
import type { BadgeGrantId } from '../../../domain/ids.js';
import { mayActAs } from '../../../domain/role.js';
import { runsCourse } from '../../../domain/room.js';
import type { Changes, Impact } from '../../../kit/changes.js';
import { listCourseRoomsOf } from '../../../kit/course-rooms-of.js';
import { defineCommand } from '../../../kit/feature.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork, Speaker } from '../../../kit/work.js';
import { appendBadge, deleteBadge, listBadges, markRevoked } from '../../../storage/badges.js';
import type { Room } from '../../../storage/rooms.js';
import { type BadgeOrder, badgeOrder } from '../badge-order.js';

const MOST_ROOMS = 3;

type BadgeWork = ChatWork & {
  readonly speaker: Speaker;
  readonly room: Room | undefined;
  readonly changes: Changes;
  confirm(impact: Impact): Promise<void>;
  inRoom(line: string): string;
};
type OrderWork = BadgeWork & { readonly room: Room };

export const badge = defineCommand({
  name: 'badges.badge',
  triggers: copy.triggers.badge,
  summary: copy.summaries.badge,
  example: copy.examples.badge,
  allow: 'member',
  bare: true,
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: badgeOrder },

  async run(work) {
    const { order } = work.args;
    if (order === undefined) return showOwn(work);
    if (!mayActAs(work.speaker.role, 'manager')) return deny(work);
    const room = present(work.room, { code: 'room.not_named', choices: [], example: copy.examples.badge });
    if (isRuleBadge(order.badge) || copy.isRuleName(order.badge)) {
      throw new RefusedError({ code: 'badge.by_rule', badge: order.badge });
    }
    return order.do === 'give' ? give({ ...work, room }, order) : revoke({ ...work, room }, order);
  },

  async undo({ tx }, noted) {
    const { given = [] } = (noted ?? {}) as { readonly given?: readonly BadgeGrantId[] };
    for (const id of given) await deleteBadge(tx, id);
  },
});

/** As every order of staff that a member gives: silence where others read along. */
function deny({ chatRoom }: BadgeWork): undefined {
  if (chatRoom === undefined) throw new RefusedError({ code: 'command.forbidden', needed: 'manager' });
}

async function showOwn({ tx, room, chatRoom, speaker }: BadgeWork): Promise<string> {
  const here = room && room.id === chatRoom?.id && runsCourse(room.kind) ? [room] : undefined;
  const rooms = here ?? (await listCourseRoomsOf(tx, speaker.id)).slice(0, MOST_ROOMS);
  const parts: string[] = [];
  for (const { id, topic } of rooms) {
    parts.push(copy.badgeList(speaker.name, topic, await listBadges(tx, { roomId: id, memberId: speaker.id })));
  }
  return parts.length === 0 ? copy.noRooms() : parts.join('\n\n');
}

async function give(work: OrderWork, order: BadgeOrder): Promise<string> {
  const { tx, now, room, speaker, today, changes, confirm } = work;
  await refuseAbsent(work, room, order.people);
  for (const { id, name } of order.people) {
    if ((await findHeld(work, order, id)) !== undefined)
      throw new RefusedError({ code: 'badge.held', name, badge: order.badge });
  }
  const names = order.people.map(({ name }) => name);
  await confirm({ what: copy.giving(order.badge), people: names.length, names });
  const given: BadgeGrantId[] = [];
  for (const { id: memberId } of order.people) {
    const grant = { roomId: room.id, memberId, badge: order.badge, day: today, at: now, by: speaker.id };
    given.push(await appendBadge(tx, grant));
  }
  changes.note({ given });
  return copy.given(order.badge, names);
}

async function revoke(work: OrderWork, order: BadgeOrder): Promise<string> {
  const { tx, now, changes, inRoom } = work;
  if (order.reason === '') {
    const example = inRoom(copy.labels.revokeExample);
    throw new RefusedError({ code: 'argument.missing', name: copy.labels.reason, example });
  }
  for (const { id: memberId, name } of order.people) {
    const held = await findHeld(work, order, memberId);
    const { id } = present(held, { code: 'badge.not_held', name, badge: order.badge });
    await changes.watch('badge_grant', { id }, ['revoked_at', 'revoked_reason']);
    await markRevoked(tx, id, order.reason, now);
  }
  const names = order.people.map(({ name }) => name);
  return copy.revoked(order.badge, names);
}

async function findHeld({ tx, room }: OrderWork, { badge: name }: BadgeOrder, memberId: Speaker['id']) {
  const badges = await listBadges(tx, { roomId: room.id, memberId });
  return badges.find((one) => one.badge === name && one.revokedAt === null);
}
