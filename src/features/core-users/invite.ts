/** A manager asks somebody to be a core user: under the cap, and nobody again who declined lately. Only their own word makes them one. */

import * as copy from '../../copy/zh-cn/core-users.js';
import { decideInvitation } from '../../domain/core-user.js';
import type { OutboxId } from '../../domain/ids.js';
import { mayActAs } from '../../domain/role.js';
import type { Changes } from '../../kit/changes.js';
import { listCourseRoomsOf } from '../../kit/course-rooms-of.js';
import { tellPrivately } from '../../kit/private-message.js';
import { orRefuse, RefusedError } from '../../kit/refused-error.js';
import { closeTodo, openTodo } from '../../kit/todo.js';
import type { ChatWork } from '../../kit/work.js';
import { findCoreUser, lockCoreSeats, saveCoreStanding } from '../../storage/core-users.js';
import type { Member } from '../../storage/members.js';
import { readHighestRole } from '../../storage/roles.js';
import type { Room } from '../../storage/rooms.js';
import { ASK, CANDIDATE, refOf } from './kinds.js';

const INVITATION = 'core-invitation';

export type InvitingWork = ChatWork & { readonly changes: Changes };

/** Resolves to the reply. */
export async function invite(work: InvitingWork, person: Member): Promise<string> {
  const { tx, now, account, speaker, changes } = work;
  const home = await readHome(work, person);
  const seats = await lockCoreSeats(tx, account.id);
  const standing = await findCoreUser(tx, account.id, person.id);
  orRefuse(decideInvitation({ name: person.name, standing, ...seats, now }));
  const ref = refOf(person.id);
  await changes.watch('core_user', { account_id: account.id, member_id: person.id });
  for (const kind of [CANDIDATE, ASK]) await changes.watch('todo', { account_id: account.id, kind, ref });
  await saveCoreStanding(tx, account.id, person.id, { state: 'invited', at: now, invitedBy: speaker.id });
  await closeTodo(work, CANDIDATE, ref);
  const told = await ask(work, person, home);
  if (told !== undefined) changes.note({ told });
  return copy.invited(person.name, told !== undefined);
}

/** The room by which managers find what is to be done about them. Refuses whoever is nobody's member, or staff. */
async function readHome(work: InvitingWork, { id, name }: Member): Promise<Room> {
  const [home] = await listCourseRoomsOf(work.tx, id);
  if (home === undefined) throw new RefusedError({ code: 'core.not_present', name });
  if (mayActAs(await readHighestRole(work.tx, id, work.now), 'teacher'))
    throw new RefusedError({ code: 'core.has_more', name });
  return home;
}

/** In private, where the bot may: resolves to what it says there. Else a person is asked to. */
async function ask(work: InvitingWork, person: Member, home: Room): Promise<OutboxId | undefined> {
  const body = copy.invitation(person.name, { roomId: home.id, day: work.today });
  const told = await tellPrivately(work, person.id, { kind: INVITATION, body });
  if (told === undefined) await openTodo(work, { kind: ASK, ref: refOf(person.id), room: home, memberId: person.id });
  return told;
}
