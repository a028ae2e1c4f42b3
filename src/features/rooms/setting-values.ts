/** Reads what a manager wrote for one setting, within its bounds. */

import { expectation, farewells, offWord, postDays, requiredContents, tierChanges } from '../../copy/zh-cn/rooms.js';
import { accept, type Decision, refuse } from '../../domain/decision.js';
import { isZone, parseLocalMinute } from '../../domain/local-time.js';
import { type RoomSettings, WAKING_HOURS } from '../../domain/room.js';
import { readSourceName } from '../../domain/source.js';

export interface SettingChange {
  readonly key: keyof RoomSettings;
  /** The setting's name as it was typed. */
  readonly name: string;
  readonly given: string;
  /** As `CommandWork.inRoom`, for the example. */
  inRoom(line: string): string;
}

type Readers = { readonly [Key in keyof RoomSettings]: (given: string) => RoomSettings[Key] | undefined };

/** The quiet hours begin with their first minute. */
const LATEST_POST = WAKING_HOURS.until - 1;
const LATEST_CUTOFF = 6 * 60;
const POST_GAP = { min: 60, max: 3_600 } as const;
const MAKE_UP_QUOTA = { min: 0, max: 31 } as const;
const MAKE_UP_DAYS = { min: 1, max: 30 } as const;
/** Below three days one freeze would follow the other. */
const FREEZE_EVERY = { min: 3, max: 60 } as const;
const POINTS_CAP = { min: 0, max: 10_000 } as const;
const BADGE_POINTS = { min: 0, max: 1_000 } as const;
const GRACE_DAYS = { min: 0, max: 60 } as const;
const INVITE_POINTS = { min: 0, max: 1_000 } as const;
const INVITES = { min: 0, max: 100 } as const;
const CONVERSION_GOAL = { min: 1, max: 100 } as const;

const readers: Readers = {
  taskTime: (given) => minuteWithin(given, WAKING_HOURS.from, LATEST_POST),
  reviewTime: (given) => minuteWithin(given, WAKING_HOURS.from, LATEST_POST),
  zone: (given) => (isZone(given) ? given : undefined),
  cutoff: (given) => minuteWithin(given, 0, LATEST_CUTOFF),
  requiredContent: (given) => oneOf(requiredContents, given),
  postDays: (given) => oneOf(postDays, given),
  postGap: (given) => amountWithin(given, POST_GAP),
  makeUpQuota: (given) => amountWithin(given, MAKE_UP_QUOTA),
  makeUpDays: (given) => amountWithin(given, MAKE_UP_DAYS),
  freezeEvery: (given) => (given === offWord ? 0 : amountWithin(given, FREEZE_EVERY)),
  pointsCap: (given) => amountWithin(given, POINTS_CAP),
  badgePoints: (given) => (given === offWord ? 0 : amountWithin(given, BADGE_POINTS)),
  graceDays: (given) => (given === offWord ? 0 : amountWithin(given, GRACE_DAYS)),
  farewell: (given) => oneOf(farewells, given),
  source: (given) => (given === offWord ? '' : readSourceName(given)),
  invitePoints: (given) => (given === offWord ? 0 : amountWithin(given, INVITE_POINTS)),
  inviteDaily: (given) => amountWithin(given, INVITES),
  inviteMonthly: (given) => amountWithin(given, INVITES),
  tierChange: (given) => oneOf(tierChanges, given),
  conversionGoal: (given) => amountWithin(given, CONVERSION_GOAL),
};

export function changeSetting(settings: RoomSettings, change: SettingChange): Decision<RoomSettings> {
  const { key, name, given, inRoom } = change;
  const value = readers[key](given.normalize('NFKC').trim());
  if (value === undefined) return refuse({ code: 'settings.invalid', name, given, expected: expectation(key, inRoom) });
  return accept({ ...settings, [key]: value });
}

function oneOf<T>(words: Readonly<Record<string, T>>, given: string): T | undefined {
  return Object.hasOwn(words, given) ? words[given] : undefined;
}

function minuteWithin(given: string, min: number, max: number): number | undefined {
  const minute = parseLocalMinute(given);
  return minute !== undefined && minute >= min && minute <= max ? minute : undefined;
}

/** The unit may stand behind it. */
function amountWithin(given: string, { min, max }: { readonly min: number; readonly max: number }): number | undefined {
  const digits = given.replace(/\D+$/u, '');
  const value = /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
