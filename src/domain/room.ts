/** Rooms: their kinds and the settings that each of them may have its own way. */

import type { LocalMinute } from './local-time.js';

export const ROOM_KINDS = ['trial', 'paid', 'core', 'staff'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

/** Rooms in which members check in and the day's posts appear. */
export function runsCourse(kind: RoomKind | null): kind is 'trial' | 'paid' | 'core' {
  return kind !== null && kind !== 'staff';
}

/** What a check-in must hold: `nothing` beyond the word, `text`, a `picture` (any picture, voice, video or link), or `either`. */
export type RequiredContent = 'nothing' | 'text' | 'picture' | 'either';

/** Days on which the course goes on: `daily`, or `workdays` of the national calendar with its make-up workdays. */
export type PostDays = 'daily' | 'workdays';

export interface RoomSettings {
  /** Minutes since local midnight, from 07:30 to 21:29. */
  readonly taskTime: LocalMinute;
  readonly reviewTime: LocalMinute;
  /** An IANA zone. */
  readonly zone: string;
  /** Until when after midnight a check-in may still be put to yesterday; 0 to 360. */
  readonly cutoff: LocalMinute;
  readonly requiredContent: RequiredContent;
  readonly postDays: PostDays;
  /** Seconds between two posts that the bot starts in this room, at least 60. */
  readonly postGap: number;
  /** Make-ups that a member has in a calendar month; 0 to 31. */
  readonly makeUpQuota: number;
  /** How many days back a make-up may reach; 1 to 30. */
  readonly makeUpDays: number;
  /** A freeze is earned by this many days of check-in in a row; 0 where there are no freezes. */
  readonly freezeEvery: number;
  /** The most that a member earns on a day by what can be done again and again; 0 to 10,000. */
  readonly pointsCap: number;
  /** What a badge pays that a rule gives; 0 to 1,000. */
  readonly badgePoints: number;
}

export const DEFAULT_SETTINGS: RoomSettings = {
  taskTime: 8 * 60,
  reviewTime: 20 * 60,
  zone: 'Asia/Shanghai',
  cutoff: 2 * 60,
  requiredContent: 'nothing',
  postDays: 'daily',
  postGap: 60,
  makeUpQuota: 3,
  makeUpDays: 7,
  freezeEvery: 7,
  pointsCap: 100,
  badgePoints: 0,
};

/** The bot starts nothing outside of these minutes: 07:30 to 21:30. */
export const WAKING_HOURS = { from: 7 * 60 + 30, until: 21 * 60 + 30 } as const;

export function isWaking(minute: LocalMinute): boolean {
  return minute >= WAKING_HOURS.from && minute < WAKING_HOURS.until;
}
