/**
 * Recognise a room: a manager says which lost room goes on under new ids; in the room itself one word is enough.
 *
 * No evidence does it alone: whoever clones a room with its names would read what is meant for its members.
 */

import * as copy from '../../../copy/zh-cn/identities.js';
import type { IdentityLogId } from '../../../domain/ids.js';
import { fitsWell } from '../../../domain/room-match.js';
import { text, optional } from '../../../kit/argument.js';
import type { Changes } from '../../../kit/changes.js';
import { defineCommand } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { markUndone } from '../../../storage/identity-log.js';
import {
  findRoomMatch,
  findRoomRecognition,
  listFreshRooms,
  listLostRooms,
  markRecognised,
  markRoomParted,
  type SeenRoom,
} from '../../../storage/lost-rooms.js';
import { readOverallRole, refuseInPublic } from '../overall-role.js';
import { recognitionIn } from '../take-back.js';

type RecogniseWork = ChatWork & { readonly changes: Changes };
type FreshRoom = Awaited<ReturnType<typeof listFreshRooms>>[0];

export const recogniseRoom = defineCommand({
  name: 'identities.recognise-room',
  triggers: copy.triggers.recogniseRoom,
  summary: copy.summaries.recogniseRoom,
  example: copy.examples.recogniseRoom,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: optional(text(copy.labels.order, { max: 80 }), '') },

  async run(work) {
    const { tx, account, chatRoom, args } = work;
    await readOverallRole(work);
    const order = copy.readRoomOrder(args.order);
    const lost = await listLostRooms(tx, account.id);
    if (lost.length === 0) return copy.noRoomLost();
    const fresh = await listFreshRooms(tx, account.id);
    const here = fresh.find((room) => room.id === chatRoom?.id);
    if (here !== undefined && args.order === '') return recognise(work, here, onlyOne(here, lost));
    refuseInPublic(work);
    if (args.order === '') return listRooms(work, fresh, lost);
    const { number, lostNumber } = present(order, notUnderstood(args.order));
    const meant = present(
      fresh.find((room) => room.id === number),
      { code: 'identity.no_room', number },
    );
    return recognise(work, meant, lostNumber === undefined ? onlyOne(meant, lost) : byNumber(lost, lostNumber));
  },

  undo: (work, noted) => partRoom(work, recognitionIn(noted)),
});

function notUnderstood(given: string) {
  return {
    code: 'argument.not_a_choice',
    name: copy.labels.order,
    given,
    choices: [copy.examples.recogniseRoom],
  } as const;
}

/** The lost room of that topic; a person has to choose where there are several. */
function onlyOne({ id, topic }: SeenRoom, lost: readonly SeenRoom[]): SeenRoom {
  const [one, ...others] = lost.filter((room) => room.topic === topic);
  if (one === undefined || others.length > 0) throw new RefusedError({ code: 'identity.which_room', number: id });
  return one;
}

function byNumber(lost: readonly SeenRoom[], number: number): SeenRoom {
  return present(
    lost.find((room) => room.id === number),
    { code: 'identity.no_room', number },
  );
}

async function recognise(work: RecogniseWork, fresh: FreshRoom, lost: SeenRoom): Promise<string> {
  const { tx, now, account, speaker, chatRoom, chat, changes } = work;
  await changes.watch('room_match', { room_id: fresh.id });
  await changes.watch('room_match', { lost_room_id: lost.id });
  const id = await markRecognised(tx, { accountId: account.id, fresh, lostId: lost.id, by: speaker.id, at: now });
  if (chatRoom?.id === fresh.id) chat.knowRoomAs(lost.id);
  chat.requestRoster(fresh.platformId);
  changes.note(id);
  return copy.roomRecognised(lost.topic);
}

async function partRoom(work: ChatWork, id: IdentityLogId): Promise<void> {
  const { tx, now, account, speaker, chatRoom, chat } = work;
  const logged = await findRoomRecognition(tx, account.id, id);
  if (logged === undefined) throw new Error(`There is no recognition ${id}.`);
  await markRoomParted(tx, account.id, logged, now);
  await markUndone(tx, id, speaker.id, now);
  if (chatRoom?.id === logged.keptId) chat.knowRoomAs(logged.foldedId);
}

async function listRooms({ tx }: ChatWork, fresh: readonly FreshRoom[], lost: readonly SeenRoom[]): Promise<string> {
  const lines: copy.RoomLine[] = [];
  for (const room of fresh) {
    for (const one of lost.filter(({ topic }) => topic === room.topic)) {
      const match = await findRoomMatch(tx, room.id, one.id);
      const isGood = match !== undefined && fitsWell(match);
      lines.push({ id: room.id, topic: room.topic, lostId: one.id, match, isGood });
    }
  }
  const unseen = lost.filter(({ id }) => lines.every((line) => line.lostId !== id));
  return copy.roomList(
    lines,
    unseen.map(({ id, topic }) => ({ id, topic })),
  );
}
