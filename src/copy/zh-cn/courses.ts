/** What the bot says about courses and their lessons. */

import { COURSE_LIMITS, type Course, type Lesson } from '../../domain/course/course.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay, formatDayWithWeekday } from './calendar.js';
import { listNames } from './name-list.js';

export const triggers = { course: ['课程'], task: ['任务'] } as const;

export const summaries = {
  course: '看、导入、导出课程，或给本群选课程',
  task: '看或改某一天的任务',
} as const;

export const examples = {
  course: '/课程 使用 英语 明天',
  task: '/任务 明天 朗读第 3 课三遍',
  show: '/课程 英语',
  export: '/课程 导出 英语',
  import: '/课程 导入 数学\n# 数学 5 天\n## 第 1 天 认识分数\n做完第 3 页',
  use: '/课程 使用 英语 明天',
} as const;

export const labels = { course: '课程名', plan: '课程内容', start: '开始日', day: '日期', task: '任务内容' } as const;

/** The second word of the command; any other word there is a course's name. */
export const actions: Readonly<Record<string, 'export' | 'import' | 'use'>> = {
  导出: 'export',
  导入: 'import',
  使用: 'use',
  选择: 'use',
};

export interface ListedCourse {
  readonly name: string;
  readonly title: string;
  readonly lessons: number;
  /** Topics of the rooms that run it. */
  readonly rooms: readonly string[];
}

const MOST_ROOMS = 3;

export function courseList(courses: readonly ListedCourse[]): string {
  if (courses.length === 0) return `还没有课程，先导入一份：\n${examples.import}`;
  const lines = courses.map(
    ({ name, title, lessons, rooms }) => `${name}：${title}，共 ${lessons} 课，${usedBy(rooms)}`,
  );
  return [`现有 ${courses.length} 门课程`, ...lines, `看每天的内容：/课程 ${courses[0]?.name}`].join('\n');
}

function usedBy(rooms: readonly string[]): string {
  return rooms.length === 0 ? '还没有群在用' : `在用：${listNames(rooms, MOST_ROOMS)}`;
}

const MOST_DAYS = 31;

export function coursePlan(name: string, course: Course): string {
  const days = course.lessons.slice(0, MOST_DAYS).map(({ day, title }) => `第 ${day} 天 ${title}`.trimEnd());
  const more = course.lessons.length > MOST_DAYS ? [`……共 ${course.lessons.length} 课`] : [];
  return [course.title, ...days, ...more, `看全文：/课程 导出 ${name}`].join('\n');
}

export interface Imported {
  readonly name: string;
  readonly title: string;
  readonly lessons: number;
  readonly lastDay: number;
  /** How many lessons the course of this name had before; absent for a new one. */
  readonly replaced: number | undefined;
  readonly rooms: readonly string[];
  /** How many lessons name a picture. */
  readonly pictures: number;
}

export function imported({ name, title, lessons, lastDay, replaced, rooms, pictures }: Imported): string {
  const days = lastDay === lessons ? '' : `，到第 ${lastDay} 天`;
  const before = replaced === undefined ? '' : `，替换了原来的 ${replaced} 课`;
  return [
    `《${title}》已保存：${lessons} 课${days}${before}。`,
    ...(rooms.length > 0 ? [`这些群也跟着换了内容：${listNames(rooms, MOST_ROOMS)}`] : []),
    ...(pictures > 0 ? [`其中 ${pictures} 课写了图片：图片名会保存，推送时暂时只发文字`] : []),
    rooms.length > 0 ? '看看明早会发什么：/预览 明早' : `给群选上：/课程 使用 ${name} 明天`,
  ].join('\n');
}

export interface Chosen {
  readonly topic: string;
  readonly title: string;
  readonly startDay: LocalDay;
  /** What the room's day is now: the number of today's lesson once the course has begun. */
  readonly numberToday: number | undefined;
  /** True when today's task was due before the course was chosen. */
  readonly tooLateToday: boolean;
}

export function chosen({ topic, title, startDay, numberToday, tooLateToday }: Chosen): string {
  const today = numberToday === undefined || numberToday < 1 ? '' : `，今天是第 ${numberToday} 天`;
  return [
    `「${topic}」的课程是《${title}》，${formatDayWithWeekday(startDay)} 开始${today}。`,
    tooLateToday ? '今天的推送时间已过，要补上就发送：/补发 任务' : '看看会发什么：/预览 明早',
  ].join('\n');
}

export interface LessonDay {
  readonly day: LocalDay;
  readonly number: number;
}

export interface SavedLesson extends LessonDay {
  /** Other rooms that run the course. */
  readonly others: readonly string[];
  /** The room's post of that day: still to come, gone out, missed today and to be sent by hand, or over. */
  readonly post: 'ahead' | 'sent' | 'missed' | 'past';
}

export function lessonShown(lesson: Lesson, { day, number }: LessonDay): string {
  return [`${formatDayWithWeekday(day)} · 第 ${number} 天 ${lesson.title}`.trimEnd(), ...lessonLines(lesson)].join(
    '\n',
  );
}

export function lessonSaved(lesson: Lesson, place: SavedLesson): string {
  const { others, post, day } = place;
  return [
    `已改好 ${lessonShown(lesson, place)}`,
    '——',
    ...(others.length > 0 ? [`用同一门课程的群也会变：${listNames(others, MOST_ROOMS)}`] : []),
    ...(post === 'sent' ? ['今天的任务已经推送，改动不会重发。'] : []),
    ...(post === 'past' ? ['这一天已经过去，改动不会重发。'] : []),
    ...(post === 'ahead' ? [`看推送的样子：/预览 ${formatDay(day)}`] : []),
    ...(post === 'missed' ? ['今天的还没推送，要补上就发送：/补发 任务'] : []),
  ].join('\n');
}

function lessonLines({ task, homework }: Lesson): string[] {
  return homework === undefined ? [task] : [task, `作业：${homework}`];
}

export function notOnTheDay(day: LocalDay, reason: 'rest-day' | 'before-start', startDay: LocalDay | null): string {
  if (reason === 'rest-day')
    return `${formatDayWithWeekday(day)} 休息，不推送任务。\n要每天推送就发送：/设置 推送日 每天`;
  const begins = startDay === null ? '' : `，${formatDayWithWeekday(startDay)} 是第 1 天`;
  return `${formatDayWithWeekday(day)} 课程还没开始${begins}。`;
}

export const limits = { name: 12, task: COURSE_LIMITS.lessonLength } as const;
