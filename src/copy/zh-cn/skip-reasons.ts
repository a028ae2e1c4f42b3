/** Why a post did not appear, as staff read it. */

import type { SkipReason, UnsentReason } from '../../domain/post.js';
import { pictureTroubles } from './pictures.js';

const reasons: { readonly [Reason in SkipReason]: string } = {
  'too-late': '当时没有运行，错过了时间',
  paused: '推送已暂停',
  'rest-day': '这天休息，不推送',
  'no-course': '还没有设置课程',
  'no-lesson': '课程这一天没有内容',
  'before-start': '课程还没开始',
  'course-finished': '课程已结束',
  'nobody-here': '群里还没有要打卡的成员',
  'nothing-to-say': '没有要说的内容',
  fault: '准备内容时出了故障，已记入日志',
};

const unsent: { readonly [Reason in UnsentReason]: string } = {
  'over-budget': '这个群今天的主动推送已满，多的不发',
  stopped: '账号在保护性停发，等不到了',
  'quiet-hours': '轮到它时已经夜里，不打扰大家',
  pace: '账号今天发得多，排不上了',
  expired: '一直没能发出，已过时',
  'no such chat': '找不到这个群，机器人可能不在群里了',
  'words-not-sent': '前面的文字没有发出，图片也不发',
  'words-uncertain': '前面的文字不确定是否发出，图片先不发',
  ...pictureTroubles,
};

export function saySkipReason(reason: SkipReason): string {
  return reasons[reason];
}

/** The reason kept with an outbox row: a code of ours, or what the platform said. */
export function sayStoredReason(reason: string | null): string {
  const known: Readonly<Record<string, string>> = { ...reasons, ...unsent };
  return (reason !== null && Object.hasOwn(known, reason) ? known[reason] : undefined) ?? '发送失败';
}
