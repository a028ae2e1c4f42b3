/** Takes a question into the box of its room. One that is there already, word for word, gets a vote instead. */

import * as copy from '../../copy/zh-cn/questions.js';
import { instantOf } from '../../domain/local-time.js';
import { asksTheSame, decideQuestion } from '../../domain/question.js';
import { runsCourse } from '../../domain/room.js';
import { listCourseRoomsOf } from '../../kit/course-rooms-of.js';
import { orRefuse, RefusedError } from '../../kit/refused-error.js';
import type { ChatWork } from '../../kit/work.js';
import { appendQuestion, countAskedSince, listOpenQuestions, type Question } from '../../storage/questions.js';
import type { Room } from '../../storage/rooms.js';
import { castVote } from './cast-vote.js';
import { tellTaken } from './merged-replies/taken-questions.js';

/** Questions that are looked through for the same one. */
const MOST_COMPARED = 300;

export async function takeQuestion(work: ChatWork, given: string): Promise<string | undefined> {
  const { tx, now, sentAt, account, speaker, today, chatRoom } = work;
  const room = await boxFor(work);
  const midnight = instantOf(today, 0, room.settings.zone);
  const text = orRefuse(decideQuestion(given, await countAskedSince(tx, speaker.id, midnight)));
  const same = await findSame(work, room, text);
  if (same?.memberId === speaker.id) throw new RefusedError({ code: 'question.asked_already', number: same.number });
  if (same) return castVote(work, room, same);
  const asked = { accountId: account.id, roomId: room.id, memberId: speaker.id, text, at: Math.min(sentAt, now) };
  const number = await appendQuestion(tx, asked);
  if (chatRoom === undefined) return copy.takenInPrivate(number, room.topic);
  await tellTaken(work, room, { number, name: speaker.name });
  return undefined;
}

/** In private it is the one room with a course that somebody is in. */
export async function boxFor({ tx, chatRoom, speaker }: ChatWork): Promise<Room> {
  if (chatRoom !== undefined && runsCourse(chatRoom.kind)) return chatRoom;
  const rooms = await listCourseRoomsOf(tx, speaker.id);
  const [only] = rooms;
  if (chatRoom !== undefined || only === undefined || rooms.length > 1)
    throw new RefusedError({ code: 'room.not_here', rooms: rooms.map(({ topic }) => topic) });
  return only;
}

async function findSame({ tx, account }: ChatWork, { id: roomId }: Room, text: string): Promise<Question | undefined> {
  const open = await listOpenQuestions(tx, { accountId: account.id, roomId }, MOST_COMPARED);
  return open.find((one) => one.text !== null && asksTheSame(one.text, text));
}
