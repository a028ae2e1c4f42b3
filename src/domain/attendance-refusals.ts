/** Why a make-up, a leave, a correction or a day's rule is turned down. Part of `refusal.ts`. */

import type { LocalDay } from './local-day.js';
import type { RequiredContent } from './room.js';

export interface AttendanceRefusals {
  'make_up.future': Nothing;
  /** Today is checked in for as ever. */
  'make_up.today': Nothing;
  'make_up.too_far': { readonly days: number };
  'make_up.taken': { readonly day: LocalDay };
  'make_up.used_up': { readonly quota: number };
  'make_up.not_here': Nothing;
  'make_up.before_joining': { readonly day: LocalDay };
  'make_up.needs_content': { readonly required: Exclude<RequiredContent, 'nothing'> };
  /** Several days are missing, or none; the latest last. */
  'make_up.which_day': { readonly days: readonly LocalDay[] };
  'leave.past': Nothing;
  'leave.too_far': { readonly days: number };
  'leave.too_long': { readonly days: number };
  'leave.none': Nothing;
  'withdraw.nothing': Nothing;
  'correction.future': Nothing;
  'correction.too_far': { readonly days: number };
  /** There is nothing to change: everybody named has a check-in of that day, or has none. */
  'correction.nothing': { readonly day: LocalDay; readonly present: boolean };
  'protection.too_far': { readonly days: number };
  'protection.already': { readonly day: LocalDay };
  'protection.none': { readonly day: LocalDay };
  'points_day.past': Nothing;
  'points_day.begun': Nothing;
  'points_day.too_far': { readonly days: number };
  'points_day.already': { readonly day: LocalDay; readonly factor: number };
  'points_day.none': { readonly day: LocalDay };
}

type Nothing = Record<never, never>;
