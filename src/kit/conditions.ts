/** What a condition may say here and now: tiers, courses, tags and rooms as they are, and the words that never change. */

import type { Axis, AxisValues, Condition } from '../domain/condition/condition.js';
import {
  type ConditionContext,
  type ConditionWords,
  readCondition,
  type Values,
} from '../domain/condition/read-condition.js';
import type { Decision } from '../domain/decision.js';
import type { RoomId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localDayOf } from '../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import { tagKey } from '../domain/tag.js';
import type { AskedOf } from '../storage/condition-query.js';
import { listCourses } from '../storage/courses.js';
import { listRegisteredRooms, type Room } from '../storage/rooms.js';
import { listTagNames } from '../storage/tag-names.js';
import { readLadder } from './tiers.js';
import type { Work } from './work.js';

type FixedAxis = Exclude<Axis, 'tier' | 'course' | 'tag' | 'room'>;

/** From copy. */
export interface ConditionCopy {
  readonly words: ConditionWords;
  readonly fixed: { readonly [A in FixedAxis]: ReadonlyArray<readonly [name: string, value: AxisValues[A]]> };
  tierName(tier: string): string;
}

export async function readConditionHere(
  work: Pick<Work, 'tx' | 'account'>,
  text: string,
  copy: ConditionCopy,
): Promise<Decision<Condition>> {
  return readCondition(text, await conditionContext(work, copy));
}

/** To read many of them. */
export async function conditionContext(
  { tx, account }: Pick<Work, 'tx' | 'account'>,
  { words, fixed, tierName }: ConditionCopy,
): Promise<ConditionContext> {
  const ladder = await readLadder(tx, account.id);
  const courses = await listCourses(tx);
  const rooms = await listRegisteredRooms(tx, account.id);
  const tags = await listTagNames(tx, account.id);
  const values: Record<Axis, Values> = {
    tier: byName(ladder.map(({ name }) => [tierName(name), name])),
    course: byName(courses.map(({ id, name }) => [name, id])),
    room: byName(rooms.map(({ id, topic }) => [topic.replace(/\s+/gu, ''), id])),
    tag: byName(tags.map((name) => [name, name])),
    class: byName(fixed.class),
    grade: byName(fixed.grade),
    stage: byName(fixed.stage),
    card: byName(fixed.card),
  };
  return { words, values };
}

function byName(pairs: ReadonlyArray<readonly [name: string, value: string | number]>): Values {
  return new Map(pairs.map(([name, value]) => [tagKey(name), { name, value }]));
}

/** Asked of the room, or of all of them, by its days. */
export async function askedOf(
  { tx, now, account }: Pick<Work, 'tx' | 'now' | 'account'>,
  room: Pick<Room, 'id' | 'settings'> | undefined,
): Promise<AskedOf> {
  const [lowest] = await readLadder(tx, account.id);
  const { zone } = room?.settings ?? DEFAULT_SETTINGS;
  const today: LocalDay = localDayOf(now, zone);
  const roomId: RoomId | undefined = room?.id;
  return { accountId: account.id, now, today, zone, lowestTier: lowest.name, roomId };
}
