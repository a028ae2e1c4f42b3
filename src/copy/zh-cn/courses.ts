/** What the bot says about courses and their lessons. */

import type { LessonChanges } from '../../domain/course/compare-lessons.js';
import { COURSE_LIMITS, type Course, type Lesson } from '../../domain/course/course.js';
import type { LocalDay } from '../../domain/local-day.js';
import { formatDay, formatDayWithWeekday } from './calendar.js';
import { type InRoom, listNames } from './name-list.js';
import { coursePictures, type PictureFault, picturePreview } from './pictures.js';

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
  useOne: '/课程 使用 英语',
} as const;

export function useExample(name: string): string {
  return `/课程 使用 ${name} 明天`;
}

export const labels = { course: '课程名', plan: '课程内容', start: '开始日', day: '日期', task: '任务内容' } as const;

/** The second word of the command; any other word there is a course's name. */
export const actions: Readonly<Record<string, 'export' | 'import' | 'use'>> = {
  导出: 'export',
  导入: 'import',
  使用: 'use',
  选择: 'use',
};

/** After the name of a course that is imported: lessons that rooms still need may go. */
export const overwriteWord = '覆盖';

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
  /** Against the course that had this name before; absent for a new one. */
  readonly changes: LessonChanges | undefined;
  /** The rooms that run it, with the day of their next task. */
  readonly rooms: readonly { readonly topic: string; readonly from: LocalDay }[];
  /** How many lessons name a picture. */
  readonly pictures: number;
  /** Of their pictures those that could not be posted as things stand. */
  readonly pictureFaults: readonly PictureFault[];
}

export interface Replacing {
  readonly name: string;
  /** Lessons. */
  readonly before: number;
  readonly after: number;
  readonly rooms: number;
}

export function replacing({ name, before, after, rooms }: Replacing): string {
  return `把课程「${name}」从 ${before} 课换成新的 ${after} 课，${rooms} 个群正在用。`;
}

export function imported(course: Imported): string {
  const { name, title, lessons, lastDay, changes, rooms, pictures, pictureFaults } = course;
  const days = lastDay === lessons ? '' : `，到第 ${lastDay} 天`;
  return [
    `《${title}》已保存：${lessons} 课${days}。`,
    ...(changes ? [`和原来的比：${sayChanges(changes)}。`] : []),
    ...(rooms.length > 0 ? [`在用的群跟着换：${sayRooms(rooms)}`] : []),
    ...coursePictures(pictures, pictureFaults),
    rooms.length > 0 ? '看看明早会发什么：/预览 明早' : `给群选上：/课程 使用 ${name} 明天`,
  ].join('\n');
}

function sayChanges({ added, changed, removed }: LessonChanges): string {
  const counts = [
    ...(added.length > 0 ? [`新增 ${added.length} 课`] : []),
    ...(changed.length > 0 ? [`改了 ${changed.length} 课`] : []),
    ...(removed.length > 0 ? [`去掉 ${removed.length} 课`] : []),
  ];
  return counts.length === 0 ? '每一课都没有变' : counts.join('，');
}

function sayRooms(rooms: Imported['rooms']): string {
  const shown = rooms.slice(0, MOST_ROOMS).map(({ topic, from }) => `${topic}（${formatDay(from)}起）`);
  return `${shown.join('、')}${rooms.length > MOST_ROOMS ? ` 等 ${rooms.length} 个群` : ''}`;
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

export function chosen(course: Chosen, inRoom: InRoom): string {
  const { topic, title, startDay, numberToday, tooLateToday } = course;
  const today = numberToday === undefined || numberToday < 1 ? '' : `，今天是第 ${numberToday} 天`;
  return [
    `「${topic}」的课程是《${title}》，${formatDayWithWeekday(startDay)} 开始${today}。`,
    tooLateToday
      ? `今天的推送时间已过，要补上就发送：${inRoom('/补发 任务')}`
      : `看看会发什么：${inRoom('/预览 明早')}`,
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
  /** Its picture, where it could not be posted as things stand. */
  readonly pictureFault: PictureFault | undefined;
}

export function lessonShown(lesson: Lesson, { day, number }: LessonDay): string {
  return [`${formatDayWithWeekday(day)} · 第 ${number} 天 ${lesson.title}`.trimEnd(), ...lessonLines(lesson)].join(
    '\n',
  );
}

export function lessonSaved(lesson: Lesson, place: SavedLesson, inRoom: InRoom): string {
  const { others, post, day, pictureFault } = place;
  return [
    `已改好 ${lessonShown(lesson, place)}`,
    '——',
    ...(pictureFault ? [picturePreview(pictureFault.name, pictureFault.trouble)] : []),
    ...(others.length > 0 ? [`用同一门课程的群也会变：${listNames(others, MOST_ROOMS)}`] : []),
    ...(post === 'sent' ? ['今天的任务已经推送，改动不会重发。'] : []),
    ...(post === 'past' ? ['这一天已经过去，改动不会重发。'] : []),
    ...(post === 'ahead' ? [`看推送的样子：${inRoom(`/预览 ${formatDay(day)}`)}`] : []),
    ...(post === 'missed' ? [`今天的还没推送，要补上就发送：${inRoom('/补发 任务')}`] : []),
  ].join('\n');
}

function lessonLines({ task, homework, picture }: Lesson): string[] {
  return [
    task,
    ...(homework === undefined ? [] : [`作业：${homework}`]),
    ...(picture === undefined ? [] : [`图片：${picture}`]),
  ];
}

export interface NotOnTheDay {
  readonly day: LocalDay;
  readonly reason: 'rest-day' | 'before-start';
  readonly startDay: LocalDay | null;
}

export function notOnTheDay({ day, reason, startDay }: NotOnTheDay, inRoom: InRoom): string {
  if (reason === 'rest-day')
    return `${formatDayWithWeekday(day)} 休息，不推送任务。\n要每天推送就发送：${inRoom('/设置 推送日 每天')}`;
  const begins = startDay === null ? '' : `，${formatDayWithWeekday(startDay)} 是第 1 天`;
  return `${formatDayWithWeekday(day)} 课程还没开始${begins}。`;
}

export const limits = { name: 12, task: COURSE_LIMITS.lessonLength } as const;
