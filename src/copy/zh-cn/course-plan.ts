/** The words of a written course plan, and what is said when one cannot be read. */

import type { CoursePlanWords } from '../../domain/course/course-plan-words.js';
import type { PlanComplaint, PlanFault, PlanFaultCode } from '../../domain/course/plan-fault.js';

/** Latin spellings are in lower case: labels are compared so. */
export const coursePlanWords: CoursePlanWords = {
  dayPrefix: ['第'],
  daySuffix: ['天', '日', '课'],
  homework: ['作业', '课后作业', 'homework'],
  picture: ['图片', '配图', 'picture'],
  colon: '：',
  digits: { 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
  ten: '十',
  hundred: '百',
};

type Told<Code extends PlanFaultCode> = Extract<PlanComplaint, { readonly code: Code }>;
type Wordings = { readonly [Code in PlanFaultCode]: (fault: Told<Code>) => string };

const wordings: Wordings = {
  'course.plan_too_long': ({ length, limit }) => `整份课表 ${length} 字，最多 ${limit} 字，请拆成两份`,
  'course.title_missing': () => '还没有课程名。第一行写：# 英语体验营 7 天',
  'course.title_repeated': () => '课程名写了两次。只留第一行的 #，每天的标题用 ##',
  'course.title_too_long': ({ length, limit }) => `标题 ${length} 字，最多 ${limit} 字`,
  'course.text_before_lessons': () => '这行不属于任何一天。请放到某一天下面，或删掉',
  'course.lessons_missing': () => '还没有一天的内容。写一行：## 第 1 天 标题',
  'course.too_many_lessons': ({ count, limit }) => `共 ${count} 天，最多 ${limit} 天，请拆成两个课程`,
  'course.day_missing': ({ heading }) => `「${heading}」看不出是第几天。例：## 第 3 天 点一杯咖啡`,
  'course.day_out_of_range': ({ day, min, max }) => `没有第 ${day} 天，天数从 ${min} 到 ${max}`,
  'course.day_repeated': ({ day, firstLine }) => `第 ${day} 天写了两次，前一次在第 ${firstLine} 行`,
  'course.day_out_of_order': ({ day, previous }) => `第 ${day} 天排在了第 ${previous} 天后面，请按天数从小到大排`,
  'course.task_missing': () => '这一天还没有正文。标题下面写上任务',
  'course.lesson_too_long': ({ length, limit }) => `这一天 ${length} 字，最多 ${limit} 字`,
  'course.field_unknown': ({ field }) => `不认识「${field}：」。可用「作业：」「图片：」；若是正文，行首加 \\`,
  'course.field_repeated': ({ field }) => `「${field}：」这一天已经写过，请合成一条`,
  'course.field_empty': ({ field }) => `「${field}：」后面是空的，请补上或删掉`,
  'course.picture_refused': ({ given }) => `图片「${given}」用不了。写文件名，可以是 png、jpg、gif、webp，例：day1.png`,
  'course.text_after_picture': () => '图片后面不能再有正文，请移到「作业：」「图片：」的上面',
};

export function sayPlanFault(fault: PlanFault): string {
  const wording: (fault: never) => string = wordings[fault.code];
  return `第 ${fault.line} 行第 ${fault.column} 字：${wording(fault as never)}`;
}
