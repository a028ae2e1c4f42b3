/** What the bot says about quizzes. */

import type { QuizWords } from '../../domain/quiz-opening.js';
import { letterOf } from '../../domain/quiz.js';
import { momentWords } from './activities.js';
import { formatMoment } from './calendar.js';
import { listNames } from './name-list.js';

export const triggers = { quiz: ['答题'] } as const;
export const summaries = { quiz: '出一道选择题，到时间自动判分' } as const;
export const labels = { order: '要做什么' } as const;

export const actions: Readonly<Record<string, 'open' | 'cancel'>> = {
  开: 'open',
  开始: 'open',
  新建: 'open',
  取消: 'cancel',
};

export const openingWords: QuizWords = {
  answer: '答案',
  points: ['分', '积分'],
  moments: momentWords,
  question: '题目',
  option: '选项',
  minutes: '分钟数',
};

/** Without the room's name, which the kit puts in front. */
export const example = '/答题 开 「床前明月光」是谁写的？\nA 李白\nB 杜甫\n答案 A 10分钟 5分';

export interface ToldQuiz {
  readonly question: string;
  readonly options: readonly string[];
  readonly points: number;
  readonly endsAt: number;
}

export function opened({ question, options, points, endsAt }: ToldQuiz, zone: string): string {
  return [
    `📝 ${question}`,
    ...options.map((option, place) => `${letterOf(place)}. ${option}`),
    `${formatMoment(endsAt, zone)} 公布答案，${points > 0 ? `答对得 ${points} 分，` : ''}只算第一次`,
    '直接发一个字母，例如：A',
  ].join('\n');
}

export interface Marked {
  readonly answer: number;
  readonly answered: number;
  readonly right: number;
  readonly points: number;
  /** Of those who were right, the day's cap left less for. */
  readonly capped: number;
  readonly fastest: readonly string[];
  readonly chosen: readonly number[];
}

export function result({ question, options }: Pick<ToldQuiz, 'question' | 'options'>, marked: Marked): string {
  const { answer, answered, right, points, capped, fastest, chosen } = marked;
  const answerLine = `📝 ${shortened(question)}\n答案：${letterOf(answer)}. ${options[answer] ?? ''}`;
  if (answered === 0) return `${answerLine}\n这题还没有人答，记住它就不亏。`;
  return [
    answerLine,
    `${answered} 人作答，${right} 人答对${right > 0 && points > 0 ? `，各得 ${points} 分` : ''}`,
    ...(fastest.length > 0 ? [`答对最快：${listNames(fastest, fastest.length)}`] : []),
    chosen.map((count, place) => `${letterOf(place)} ${count} 人`).join(' · '),
    ...(capped > 0 ? [`其中 ${capped} 人今天的积分到了上限，只补到上限`] : []),
  ].join('\n');
}

/** The question, as it is named. */
export function quoted({ question }: Pick<ToldQuiz, 'question'>): string {
  return shortened(question);
}

const LONGEST_QUOTED = 30;

function shortened(question: string): string {
  const letters = [...question];
  return letters.length > LONGEST_QUOTED ? `${letters.slice(0, LONGEST_QUOTED).join('')}…` : question;
}

export function show(
  quiz: ToldQuiz & { readonly running: boolean; readonly answers: number },
  zone: string,
  inRoom: (line: string) => string,
): string {
  return [
    `「${shortened(quiz.question)}」${quiz.running ? '进行中' : '已结束'}：${quiz.answers} 人作答`,
    ...(quiz.running ? [`${formatMoment(quiz.endsAt, zone)} 公布答案`, `取消，发送：${inRoom('/答题 取消')}`] : []),
  ].join('\n');
}

export function showNone(inRoom: (line: string) => string): string {
  return `本群还没有出过题。\n例如：\n${inRoom(example)}`;
}

export function cancelled(question: string): string {
  return `「${shortened(question)}」这道题取消了，不计分。`;
}

export function cancelling(question: string): string {
  return `取消题目「${shortened(question)}」`;
}
