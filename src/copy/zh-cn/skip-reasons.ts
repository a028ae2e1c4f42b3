/** Why a post did not appear, as staff read it. */

import type { SkipReason } from '../../domain/post.js';

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
  'no-such-day': '当地没有这一天',
  fault: '准备内容时出了故障，已记入日志',
};

export function saySkipReason(reason: SkipReason): string {
  return reasons[reason];
}

/** The reason kept with an outbox row: a code of ours, or what the platform said. */
export function sayStoredReason(reason: string | null): string {
  if (reason !== null && Object.hasOwn(reasons, reason)) return reasons[reason as SkipReason];
  return reason === 'expired' ? '一直没能发出，已过时' : '发送失败';
}
