/** What is known of somebody who wishes to go on with a course: which one, their trial of it, their card, where they came from. */

import type { TrialRecord, Wished as WishedData } from '../../copy/zh-cn/course-wishes.js';
import { sourceName } from '../../copy/zh-cn/sources.js';
import type { CourseWish } from '../../domain/course-wish.js';
import type { CourseId } from '../../domain/ids.js';
import type { LocalDay } from '../../domain/local-day.js';
import { trialDayOn } from '../../domain/trial.js';
import { isCovered } from '../../kit/cards.js';
import { listCourseRoomsOf } from '../../kit/course-rooms-of.js';
import type { ChatWork } from '../../kit/work.js';
import { findCard } from '../../storage/member-cards.js';
import { findMemberName } from '../../storage/names.js';
import { readRoom, type Room } from '../../storage/rooms.js';
import { findSource } from '../../storage/sources.js';
import { findLatestTrial, findTrial, type Trial } from '../../storage/trials.js';
import { countTrialCheckIns } from './trial-check-ins.js';

/** A card that ends within these days is worth renewing: its first reminder is due. */
const ENDS_SOON_DAYS = 7;

export interface Wished {
  /** Absent for somebody who is in none. */
  readonly room: Room | undefined;
  readonly courseId: CourseId | null;
  readonly record: TrialRecord | undefined;
  /** Has a card that goes on for a while. */
  readonly isCovered: boolean;
  /** The last day of one that ends soon. */
  readonly through: LocalDay | null;
}

/** Of the room's course; in private, of that which the member tried last. */
export async function findWished(work: ChatWork): Promise<Wished> {
  const trial = await findOwnTrial(work);
  const room = await findRoom(work, trial);
  const courseId = trial?.courseId ?? room?.courseId ?? null;
  return { room, courseId, record: trial && (await recordOf(work, trial)), ...(await findCover(work, courseId)) };
}

async function findOwnTrial({ tx, account, speaker, chatRoom }: ChatWork): Promise<Trial | undefined> {
  if (chatRoom === undefined) return findLatestTrial(tx, account.id, speaker.id);
  const { courseId } = chatRoom;
  return courseId === null ? undefined : findTrial(tx, { accountId: account.id, memberId: speaker.id, courseId });
}

async function findRoom({ tx, speaker, chatRoom }: ChatWork, trial: Trial | undefined): Promise<Room | undefined> {
  if (chatRoom !== undefined) return chatRoom;
  return trial ? readRoom(tx, trial.roomId) : (await listCourseRoomsOf(tx, speaker.id))[0];
}

async function recordOf({ tx, today }: ChatWork, trial: Trial): Promise<TrialRecord> {
  const day = trialDayOn(trial.firstDay, today);
  const isOver = trial.state === 'over';
  return { day: isOver ? trial.days + 1 : day, days: trial.days, checkIns: await countTrialCheckIns(tx, trial) };
}

async function findCover({ tx, speaker, today }: ChatWork, courseId: CourseId | null) {
  const none = { isCovered: false, through: null };
  if (courseId === null || !(await isCovered(tx, speaker.id, courseId, today))) return none;
  const through = (await findCard(tx, speaker.id, courseId))?.through ?? null;
  const endsSoon = through !== null && through - today <= ENDS_SOON_DAYS;
  return endsSoon ? { isCovered: false, through } : { ...none, isCovered: true };
}

/** What staff are told of it. */
export async function wishData(work: ChatWork, { record, through }: Wished, wish: CourseWish): Promise<WishedData> {
  const { tx, account, speaker } = work;
  const source = (await findSource(tx, account.id, speaker.id))?.source ?? { kind: 'unknown' };
  const inviter = 'inviterId' in source ? ((await findMemberName(tx, source.inviterId)) ?? null) : null;
  return { wish, source: sourceName(source, inviter), record: record ?? null, through };
}
