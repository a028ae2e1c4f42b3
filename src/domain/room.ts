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

/** Whether a trial room says a word to those who go on to the paid one. */
export type Farewell = 'said' | 'unsaid';

export type TierChangeMode = 'auto' | 'confirm';

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
  /** Days after the end of a card until its owner is asked to go; 0 to 60. */
  readonly graceDays: number;
  readonly farewell: Farewell;
  /** Where those come from who join this room; empty where nobody can tell. */
  readonly source: string;
  /** What a member is paid for a newcomer who stays; 0 to 1,000. */
  readonly invitePoints: number;
  /** How many newcomers are paid for, to one member on a day and in a calendar month; 0 to 100. */
  readonly inviteDaily: number;
  readonly inviteMonthly: number;
  /** Of those who begin a trial, the part that shall pay, in percent; 1 to 100. */
  readonly conversionGoal: number;
  /** Whether a rule may move members to another tier by itself, or staff are asked. */
  readonly tierChange: TierChangeMode;
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
  graceDays: 3,
  farewell: 'said',
  source: '',
  invitePoints: 50,
  inviteDaily: 5,
  inviteMonthly: 20,
  conversionGoal: 15,
  tierChange: 'confirm',
};

/** The bot starts nothing outside of these minutes: 07:30 to 21:30. */
export const WAKING_HOURS = { from: 7 * 60 + 30, until: 21 * 60 + 30 } as const;

export function isWaking(minute: LocalMinute): boolean {
  return minute >= WAKING_HOURS.from && minute < WAKING_HOURS.until;
}
