/** Recognise: a manager says who somebody new since the login is, or that they are new indeed. */

import * as copy from '../../../copy/zh-cn/identities.js';
import { describeMember } from '../../../copy/zh-cn/members.js';
import { mayVouchFor } from '../../../domain/binding.js';
import { type Face, findDoubts, type RoomOfFaces } from '../../../domain/face-match.js';
import type { MemberId } from '../../../domain/ids.js';
import type { Role } from '../../../domain/role.js';
import { optional, text } from '../../../kit/argument.js';
import type { Changes } from '../../../kit/changes.js';
import { defineCommand } from '../../../kit/feature.js';
import { foldMembers } from '../../../kit/fold-members.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { listFreshFaces, listLostFaces } from '../../../storage/faces.js';
import { appendRecognition } from '../../../storage/identity-log.js';
import { readHighestRole } from '../../../storage/roles.js';
import { listRegisteredRooms } from '../../../storage/rooms.js';
import { readOverallRole, refuseInPublic } from '../overall-role.js';
import { RECOGNISE, recognitionIn, takeBack } from '../take-back.js';

export const recognise = defineCommand({
  name: RECOGNISE,
  triggers: copy.triggers.recognise,
  summary: copy.summaries.recognise,
  example: copy.examples.recognise,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: optional(text(copy.labels.order, { max: 80 }), '') },

  async run(work) {
    const role = await readOverallRole(work);
    refuseInPublic(work);
    const order = copy.readOrder(work.args.order);
    const rooms = await listFaces(work);
    if (order === undefined) return copy.doubts(findDoubts(rooms), countFresh(rooms));
    const fresh = present(
      rooms.flatMap((room) => room.fresh).find(({ id }) => id === order.number),
      { code: 'identity.unknown', number: order.number },
    );
    if (order.do === 'new') return declareNew(work, fresh);
    return vouch(work, role, fresh, chooseLost(rooms, order.name));
  },

  undo: (work, noted) => takeBack(work, recognitionIn(noted)),
});

type RecogniseWork = ChatWork & { readonly changes: Changes };

async function listFaces({ tx, account }: ChatWork): Promise<RoomOfFaces[]> {
  const rooms: RoomOfFaces[] = [];
  if (account.session === 0) return rooms;
  for (const { id, topic } of await listRegisteredRooms(tx, account.id)) {
    const fresh = await listFreshFaces(tx, account.id, id);
    rooms.push({ topic, fresh, lost: await listLostFaces(tx, account.id, id, account.sessionAt ?? 0) });
  }
  return rooms;
}

function countFresh(rooms: readonly RoomOfFaces[]): number {
  return new Set(rooms.flatMap(({ fresh }) => fresh.map(({ id }) => id))).size;
}

/** By name, or by number where several go by it. */
function chooseLost(rooms: readonly RoomOfFaces[], given: string): Face {
  const [, name = given, number] = /^(.*)[#\uff03](\d+)$/u.exec(given) ?? [];
  const named = new Map<MemberId, Face>();
  for (const face of rooms.flatMap(({ lost }) => lost)) {
    if (number === undefined ? face.name === name : face.id === Number(number)) named.set(face.id, face);
  }
  const [only, ...others] = named.values();
  if (only === undefined) throw new RefusedError({ code: 'member.unknown', name });
  if (others.length === 0) return only;
  const choices = [...named.values()].map((face) => ({
    id: face.id,
    name: face.name,
    detail: describeMember(face.joinedAt),
  }));
  throw new RefusedError({ code: 'member.ambiguous', name, choices });
}

async function vouch(work: RecogniseWork, role: Role, fresh: Face, lost: Face): Promise<string> {
  const held = await readHighestRole(work.tx, lost.id, work.sentAt);
  if (!mayVouchFor(role, held)) throw new RefusedError({ code: 'identity.needs_code', name: lost.name });
  const by = work.speaker.id;
  work.changes.note(await foldMembers(work, { freshId: fresh.id, lostId: lost.id, how: 'staff', by }));
  return copy.recognised(fresh.name, lost.name);
}

async function declareNew({ tx, now, account, speaker, changes }: RecogniseWork, { id, name }: Face): Promise<string> {
  const log = { how: 'new', by: speaker.id, keptId: id, foldedId: id, details: '', at: now } as const;
  changes.note(await appendRecognition(tx, account.id, log));
  return copy.isNew(name);
}
