/** The posts that rooms are owed: the day's task, the review, and what staff read the evening before. */

import type { LocalDay } from '../../domain/local-day.js';
import { formatLocalMinute, type LocalMinute } from '../../domain/local-time.js';
import type { MissedPost } from '../../domain/missed-post.js';
import type { SkipReason, SlotKind } from '../../domain/post.js';
import type { Milestone, Praise } from '../../domain/praise.js';
import { formatDay, formatDayWithWeekday, nearDay } from './calendar.js';
import { roomWord } from './name-list.js';
import { pictureHelp, type PictureFault, pictureRemedy, pictureTroubles } from './pictures.js';
import { sayMilestones, sayPraise } from './praise.js';
import { saySkipReason, sayStoredReason } from './skip-reasons.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const kindNames: Readonly<Record<SlotKind, string>> = {
  task: '任务',
  review: '点评',
  outlook: '明早预告',
  preview: '核心群预告',
  'task-picture': '任务图片',
  'review-picture': '点评图片',
  'outlook-picture': '预告图片',
  'preview-picture': '核心群预告图片',
};

interface Headed extends Occasion {
  readonly late: boolean;
  /** Absent where the room runs no course on the day. */
  readonly number: number | undefined;
}

function heading(name: string, { day, late, number }: Headed): string {
  const timely = `【${name}】${formatDayWithWeekday(day)}${number === undefined ? '' : ` · Day ${number}`}`;
  return late ? markLate(timely) : timely;
}

/** Of the words of a timely task or review those of a late one: they differ by this mark alone. */
export function markLate(post: string): string {
  return post.replace('】', '·补发】');
}

export interface LessonText {
  readonly title: string;
  readonly task: string;
  readonly homework: string | undefined;
}

export interface TaskPost extends Headed {
  readonly lesson: LessonText;
  /** What is told of other days; empty where there is nothing. */
  readonly news: string;
}

/** The lesson's own last line is the action when it is one; homework comes before it, so that the action is last. */
export function taskPost(post: TaskPost): string {
  const { title, task, homework } = post.lesson;
  const action = actionIn(task);
  const body = action === undefined ? task : task.slice(0, task.length - action.length).trimEnd();
  const lines = [
    heading('今日任务', post),
    post.news,
    title,
    body,
    homework === undefined ? '' : `作业：${homework}`,
    action ?? variantOf(ACTIONS, post),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** The last line of a task, where that is what members copy. */
export function actionIn(task: string): string | undefined {
  return /(?:^|\n)(打卡[^\n]*)$/u.exec(task)?.[1];
}

const ACTIONS = [
  '打卡 今天学会了：…',
  '打卡 今天记住的一句：…',
  '打卡 今天花了 … 分钟，完成到：…',
  '打卡 今天最顺的一处：…',
  '打卡 今天卡住的地方：…',
  '打卡 今天想再练一遍的：…',
  '打卡 今天印象最深的：…',
  '打卡 今天完成了：…',
] as const;

export interface ReviewPost extends Headed {
  readonly done: number;
  readonly expected: number;
  readonly open: number;
  readonly praise: Praise | undefined;
  readonly milestones: { readonly named: readonly Milestone[]; readonly people: number };
  /** Until when after midnight a check-in may still be put to this day; 0 for never. */
  readonly cutoff: LocalMinute;
  /** The action of the day's lesson. */
  readonly action: string | undefined;
  /** What is told of other days; empty where there is nothing. */
  readonly news: string;
}

export function reviewPost(post: ReviewPost): string {
  const { done, expected, open, praise, milestones } = post;
  const lines = [
    heading('今日点评', post),
    done === 0 ? `${variantOf(NOBODY_YET, post)(open)}，${DEADLINE}` : `✅ ${variantOf(COUNTS, post)(done, expected)}`,
    praise ? sayPraise(praise, post) : '',
    milestones.named.length > 0 ? sayMilestones(milestones.named, milestones.people, post) : '',
    post.news,
    ...(open === 0 ? [variantOf(expected === 1 ? ONLY_ONE_DONE : ALL_DONE, post)] : openLines(post)),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

const DEADLINE = '24:00 前都算';

function openLines(post: ReviewPost): string[] {
  const { done, open, cutoff, action } = post;
  return [
    done === 0 ? '' : `${variantOf(STILL_OPEN, post)(open)}，${DEADLINE}`,
    cutoff === 0 ? '' : variantOf(SMALL_HOURS, post)(formatLocalMinute(cutoff)),
    action ?? variantOf(ACTIONS, post),
  ];
}

const COUNTS: Eight<(done: number, expected: number) => string> = [
  (done, expected) => `今天 ${done} 人打卡，应到 ${expected} 人`,
  (done, expected) => `${expected} 人里 ${done} 人打了卡`,
  (done, expected) => `今日打卡 ${done}/${expected} 人`,
  (done, expected) => `到现在 ${done} 人打卡，一共 ${expected} 人`,
  (done, expected) => `今天完成 ${done} 人，全群 ${expected} 人`,
  (done, expected) => `${expected} 位同学，${done} 位已打卡`,
  (done, expected) => `今天记下了 ${done} 人的打卡（共 ${expected} 人）`,
  (done, expected) => `已打卡 ${done} 人，总共 ${expected} 人`,
];

const STILL_OPEN: Eight<(open: number) => string> = [
  (open) => `还有 ${open} 位没打卡`,
  (open) => `另外 ${open} 位还来得及`,
  (open) => `还差 ${open} 位`,
  (open) => `今天还留着 ${open} 个位置`,
  (open) => `还没打卡的有 ${open} 位，不着急`,
  (open) => `还等 ${open} 位打卡`,
  (open) => `${open} 位今天还没写`,
  (open) => `剩下 ${open} 位`,
];

const SMALL_HOURS: Eight<(until: string) => string> = [
  (until) => `过了零点，${until} 前可以记到昨天`,
  (until) => `零点后到 ${until}，也能记到昨天`,
  (until) => `零点以后，${until} 前能记到昨天`,
  (until) => `睡得晚也行，${until} 前能记到昨天`,
  (until) => `零点后补上，${until} 前可以记到昨天`,
  (until) => `夜里 ${until} 前打卡，可以记到昨天`,
  (until) => `过零点再打卡，${until} 前能记到昨天`,
  (until) => `过零点不要紧，${until} 前还能记到昨天`,
];

/** Each line holds for one person as for many. */
const NOBODY_YET: Eight<(open: number) => string> = [
  (open) => `今天还没有人打卡，等着 ${open} 位，一句话也算`,
  (open) => `今天的记录还空着，等 ${open} 位来写`,
  (open) => `今晚群里很安静，还有 ${open} 位可以打卡，做一点点也行`,
  (open) => `今天还没开张，第一条留给还没打卡的 ${open} 位`,
  (open) => `任务还在上面，等着 ${open} 位，挑最短的一步就好`,
  (open) => `今天还没有打卡，读一遍也算，等着 ${open} 位`,
  (open) => `今天的打卡从一句话开始，还等 ${open} 位`,
  (open) => `还没人来打卡，做到哪里就记到哪里，等着 ${open} 位`,
];

const ALL_DONE: Eight<string> = [
  '一个不少，今天全员完成',
  '全员打卡，今晚早点休息',
  '今天全部到齐',
  '所有人都完成了，辛苦啦',
  '全勤，给自己点个赞',
  '今天没有空位，全员打卡',
  '每一位都做到了',
  '全员完成，今天圆满收工',
];

/** In a room with one member, where everybody is one person. */
const ONLY_ONE_DONE: Eight<string> = [
  '今天的任务做完了，早点休息',
  '今天这一笔记好了',
  '今天圆满收工',
  '做到了，辛苦啦',
  '给自己点个赞',
  '今天没有落下',
  '今天的空格填上了',
  '今天完成，明天见',
];

export interface RoomOutlook {
  readonly topic: string;
  /** The day of the room's next task. */
  readonly day: LocalDay;
  readonly next:
    | { readonly number: number; readonly title: string; readonly picture?: PictureFault | undefined }
    | { readonly skip: SkipReason };
  /** The last day of the pause; absent when there is none. */
  readonly pausedUntil: LocalDay | undefined;
  /** How many have yet to check in today; absent where today asks for nothing. */
  readonly open: number | undefined;
}

const MOST_ROOMS = 20;
/** What staff have to look at before the morning. */
const WARNINGS: readonly SkipReason[] = ['no-lesson', 'no-course', 'course-finished'];

export function outlookPost(tomorrow: LocalDay, rooms: readonly RoomOutlook[]): string {
  const ordered = rooms.toSorted((a, b) => Number(needsCare(b)) - Number(needsCare(a)));
  const shown = ordered.slice(0, MOST_ROOMS).map((room) => outlookLine(room, tomorrow));
  const more = rooms.length > MOST_ROOMS ? [`还有 ${rooms.length - MOST_ROOMS} 个群没有列出`] : [];
  const first = ordered.find(needsCare) ?? ordered[0];
  return [`【明早预告】${formatDayWithWeekday(tomorrow)}`, ...shown, ...more, ...(first ? [remedy(first)] : [])].join(
    '\n',
  );
}

function needsCare({ next, pausedUntil }: RoomOutlook): boolean {
  if (pausedUntil !== undefined) return false;
  return 'skip' in next ? WARNINGS.includes(next.skip) : next.picture !== undefined;
}

function outlookLine(room: RoomOutlook, tomorrow: LocalDay): string {
  const mark = needsCare(room) ? '注意：' : '';
  const dated = room.day === tomorrow ? '' : `${formatDay(room.day)} `;
  const open = room.open === undefined || room.open === 0 ? '' : `；今天还有 ${room.open} 人没打卡`;
  return `${mark}「${room.topic}」${dated}${comesNext(room)}${open}`;
}

function comesNext({ next, pausedUntil }: RoomOutlook): string {
  if (pausedUntil !== undefined) return `暂停到 ${formatDay(pausedUntil)}`;
  if ('skip' in next) return saySkipReason(next.skip);
  const picture =
    next.picture === undefined ? '' : `；图片 ${next.picture.name}：${pictureTroubles[next.picture.trouble]}`;
  return `Day ${next.number}${next.title === '' ? '' : ` ${next.title}`}${picture}`;
}

function remedy(room: RoomOutlook): string {
  const name = roomWord(room.topic);
  const { next } = room;
  if ('number' in next && next.picture) return pictureRemedy(next.picture.name, next.picture.trouble);
  if (!needsCare(room) || !('skip' in next)) return `看全文：/${name} 预览 明早`;
  return next.skip === 'no-lesson'
    ? `补内容：/${name} 任务 ${formatDay(room.day)} 任务内容`
    : `换课程：/${name} 课程 使用 英语`;
}

const MOST_SKIPPED = 6;

/** Tells staff what did not appear. The last line is what still helps today. */
export function skippedPosts(posts: readonly MissedPost[], today: LocalDay): string {
  const lines = posts.slice(-MOST_SKIPPED).map((post) => skippedLine(post, today));
  const earlier = posts.length > MOST_SKIPPED ? [`另有更早的 ${posts.length - MOST_SKIPPED} 条`] : [];
  const latest = posts.findLast((post) => post.day === today);
  return ['【没有推送】', ...earlier, ...lines, ...(latest ? [helpsToday(latest)] : [])].join('\n');
}

function skippedLine({ topic, kind, day, reason }: MissedPost, today: LocalDay): string {
  return `「${topic}」${nearDay(day, today)}的${kindNames[kind]}：${sayStoredReason(reason)}`;
}

function helpsToday({ topic, kind, reason, id, picture }: MissedPost): string {
  const name = roomWord(topic);
  if (reason === 'no such chat') return `先把我拉回群里，再发送：/补发 ${id}`;
  if (picture) return pictureHelp(picture, reason, id);
  if (id !== undefined) return `要补发就发送：/补发 ${id}`;
  if (reason === 'no-lesson') return `写好今天的内容：/${name} 任务 今天 任务内容`;
  return `要补发就发送：/${name} 补发 ${kindNames[kind]}`;
}
