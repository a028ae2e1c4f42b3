/** How the bot says no to make-ups, leave, corrections and rules of a day. Part of `refusals.ts`. */

import type { AttendanceRefusals } from '../../domain/attendance-refusals.js';
import { dateParts, type LocalDay } from '../../domain/local-day.js';
import { formatDay, formatDayWithWeekday } from './calendar.js';

type Wordings = { readonly [Code in keyof AttendanceRefusals]: (refusal: AttendanceRefusals[Code]) => string };

const NEEDED = {
  text: '带上当天做了什么，例如：补卡 昨天 读了 3 页',
  picture: '先发一张图片，3 分钟内再发送：补卡 昨天',
  either: '带上内容，例如：补卡 昨天 读了 3 页',
} as const;

export const attendanceWordings: Wordings = {
  'make_up.future': () => '还没到的日子不用补，到那天打卡就好。\n要请假就发送：请假 明天',
  'make_up.today': () => '今天的不用补，直接算今天的。\n发送：打卡',
  'make_up.too_far': ({ days }) => `只能补前 ${days} 天以内的。\n例如：补卡 昨天`,
  'make_up.taken': ({ day }) => `${formatDayWithWeekday(day)} 已经打过卡了，不用补。`,
  'make_up.used_up': ({ quota }) => `这个月的 ${quota} 次补卡用完了，下个月再有。\n今天的任务还在，发送：打卡`,
  'make_up.not_here': () => '这个群不补卡。\n今天的照常，发送：打卡',
  'make_up.before_joining': ({ day }) => `${formatDayWithWeekday(day)} 你还没进群，不用补。`,
  'make_up.needs_content': ({ required }) => `这个群补卡也要带上内容。\n${NEEDED[required]}`,
  'make_up.which_day': ({ days }) => whichDay(days),
  'leave.past': () => '已经过去的日子请不了假。\n可以补卡，例如：补卡 昨天',
  'leave.too_far': ({ days }) => `请假最多提前 ${days} 天。\n例如：请假 明天`,
  'leave.too_long': ({ days }) => `一次请假最多 ${days} 天，再长就分两次说。\n例如：请假三天`,
  'leave.none': () => '没有可以取消的请假。\n要请假就发送：请假 明天',
  'withdraw.nothing': () => '今天没有可以撤回的打卡。\n看自己的记录，发送：我的',
  'correction.future': () => '还没到的日子不能记。\n例如：/代打卡 @小林 昨天',
  'correction.too_far': ({ days }) => `只能更正最近 ${days} 天的记录。\n例如：/更正 @小林 昨天 有`,
  'correction.nothing': ({ day, present }) =>
    present ? `${formatDay(day)} 本来就有记录，没有要改的。` : `${formatDay(day)} 本来就没有记录，没有要改的。`,
  'protection.too_far': ({ days }) => `只能保护前后 ${days} 天以内的日子。\n例如：/保护 昨天 停电`,
  'protection.already': ({ day }) => `${formatDay(day)} 已经是保护日了，大家的连续天数都在。`,
  'protection.none': ({ day }) => `${formatDay(day)} 不是保护日。\n要保护就发送：/保护 ${shortDay(day)}`,
  'points_day.past': () => '已经过去的日子不能再改分数。\n例如：/双倍 明天',
  'points_day.begun': () => '今天已经有人打卡了，分数不能中途改。\n例如：/双倍 明天',
  'points_day.too_far': ({ days }) => `最多提前 ${days} 天安排。\n例如：/双倍 明天`,
  'points_day.already': ({ day, factor }) => `${formatDay(day)} 已经是 ${factor} 倍积分日了。`,
  'points_day.none': ({ day }) => `${formatDay(day)} 不是多倍积分日。\n要安排就发送：/双倍 ${shortDay(day)}`,
};

function whichDay(days: readonly LocalDay[]): string {
  const last = days.at(-1);
  if (last === undefined) return '没有要补的，能补的日子都打过卡了。';
  const lines = days.map((day, index) => `${index + 1}. ${formatDayWithWeekday(day)}`);
  return ['昨天已经打过卡了，还能补这几天：', ...lines, `补哪天就写哪天，例如：补卡 ${shortDay(last)}`].join('\n');
}

function shortDay(day: LocalDay): string {
  const { month, dayOfMonth } = dateParts(day);
  return `${month}-${dayOfMonth}`;
}
