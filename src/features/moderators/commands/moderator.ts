/** Moderators of a room: who they are, power that is lent to one of them for a while, or taken back. */

import * as copy from '../../../copy/zh-cn/moderators.js';
import type { OutboxId } from '../../../domain/ids.js';
import { decideLoan, type Loan } from '../../../domain/power.js';
import { DEFAULT_SETTINGS, runsCourse } from '../../../domain/room.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { takeBackPrivately, tellPrivately } from '../../../kit/private-message.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { orRefuse, present } from '../../../kit/refused-error.js';
import { refuseUnlessBelow } from '../../../kit/role-guard.js';
import { listRoomsAllowing, whichRoom } from '../../../kit/which-room.js';
import type { Member } from '../../../storage/members.js';
import { findModerator, listModerators } from '../../../storage/moderators.js';
import { deleteGrant, readRole, saveGrant } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';
import { type ModeratorOrder, moderatorOrder } from '../moderator-order.js';

const ALLOW = 'manager';
const args = { order: moderatorOrder };

type ListWork = CommandWork<typeof args, 'anywhere'>;
type OrderWork = ListWork & { readonly room: Room };

export const moderator = defineCommand({
  name: 'moderators.moderator',
  triggers: copy.triggers.moderator,
  summary: copy.summaries.moderator,
  example: copy.examples.moderator,
  allow: ALLOW,
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { room, args: given } = work;
    if (given.order === undefined) return list(work);
    if (room === undefined || !runsCourse(room.kind))
      throw await whichRoom(work, { allow: ALLOW, example: copy.examples.moderator });
    const about = { ...work, room };
    return given.order.do === 'lend' ? lend(about, given.order) : revoke(about, given.order);
  },

  async undo(work, noted) {
    const { told } = (noted ?? {}) as Noted;
    if (told !== undefined) await takeBackPrivately(work, told, 'undone');
  },
});

/** What rows do not hold: the words in private, as long as they have not left. */
interface Noted {
  readonly told?: OutboxId;
}

async function list(work: ListWork): Promise<string> {
  const { tx, sentAt, account, room, inRoom } = work;
  const rooms = room ? [room] : await listRoomsAllowing(work, ALLOW);
  const roomIds = rooms.map(({ id }) => id);
  const all = await listModerators(tx, { accountId: account.id, roomIds, at: sentAt });
  return copy.moderatorList(all, zoneOf(room), inRoom);
}

async function lend(work: OrderWork, { person, days, power }: ModeratorOrder): Promise<string> {
  const { tx, now, speaker, room, changes } = work;
  await refuseAbsent(work, room, [person]);
  const held = await findModerator(tx, { memberId: person.id, roomId: room.id, at: now });
  const role = await readRole(tx, person.id, room.id, now);
  const loan = orRefuse(decideLoan({ name: person.name, role, held, days, power, now }));
  await refuseUnlessBelow(work, person, room.id);
  await changes.watch('role_grant', { member_id: person.id, room_id: room.id });
  const grant = { memberId: person.id, scope: room.id, role: 'moderator', grantedBy: speaker.id, at: now } as const;
  await saveGrant(tx, { ...grant, lent: loan });
  return tell(work, person, loan, held === undefined);
}

/** In the room they read it themselves. */
async function tell(work: OrderWork, person: Member, loan: Loan, isNew: boolean): Promise<string> {
  const { room, chatRoom, changes } = work;
  const told = { ...loan, name: person.name, topic: room.topic, zone: room.settings.zone };
  const reply = copy.lent(told, isNew);
  if (!isNew || chatRoom?.id === room.id) return reply;
  const id = await tellPrivately(work, person.id, { kind: 'moderator-lent', body: copy.thanksForHelp(told) });
  if (id === undefined) return `${reply}\n${copy.pleaseTell(person.name)}`;
  changes.note({ told: id });
  return reply;
}

async function revoke(work: OrderWork, { person }: ModeratorOrder): Promise<string> {
  const { tx, now, room, changes } = work;
  const held = await findModerator(tx, { memberId: person.id, roomId: room.id, at: now });
  present(held, { code: 'moderator.not_one', name: person.name, topic: room.topic });
  await refuseUnlessBelow(work, person, room.id);
  await changes.watch('role_grant', { member_id: person.id, room_id: room.id });
  // The row goes, for a message from before this moment may still come in.
  await deleteGrant(tx, person.id, room.id);
  return copy.revoked(person.name, room.topic);
}

function zoneOf(room: Room | undefined): string {
  return (room?.settings ?? DEFAULT_SETTINGS).zone;
}
