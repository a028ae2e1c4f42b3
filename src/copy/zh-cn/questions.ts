/** What the bot says about the question box (提问): questions, who wants to know as well, and answers. */

import { displayName } from '../../domain/display-name.js';
import type { AskedState } from '../../domain/question.js';
import { type InRoom, roomWord } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = {
  box: ['问题', '问题箱', '本周问题'],
  vote: ['同问'],
  takeBack: ['撤问'],
  answer: ['答疑', '回答'],
  drop: ['删问题'],
} as const;
export const summaries = {
  ask: '问一个问题，收进本群的问题箱',
  box: '看本群还有哪些问题等回答',
  vote: '也想知道某个问题的答案',
  takeBack: '撤回自己问的一个问题',
  answer: '回答问题箱里的一个问题',
  drop: '把一个不合适的问题请出问题箱',
} as const;
export const examples = {
  ask: '提问 单词总是记不住怎么办',
  box: '问题箱',
  vote: '同问 12',
  takeBack: '撤问 12',
  answer: '/答疑 12 每天早晚各读一遍，三天后再读一遍',
  drop: '/删问题 12',
} as const;
export const labels = { number: '问题编号', question: '问题', answer: '回答' } as const;
/** As staff type them. */
export const orders = { box: '/问题', answer: (number: number) => `/答疑 ${number} 每天早晚各读一遍` } as const;
/** What may stand before a number. */
export const NUMBER_MARKS = '问#';
export const help = { words: '提问', summary: summaries.ask, example: examples.ask } as const;

/** What means the box even where somebody just talks. */
export function isExplicit(line: string): boolean {
  return line.trim() !== '问题';
}

const STATES: Readonly<Record<AskedState, string>> = {
  open: '等回答',
  answered: '已回答',
  withdrawn: '已撤回',
  dropped: '不收',
};

export function stateName(state: AskedState): string {
  return STATES[state];
}

const CLIPPED = 30;

function clip(text: string | null): string {
  if (text === null) return '（时间久了，原文已删）';
  const letters = [...text];
  return letters.length > CLIPPED ? `${letters.slice(0, CLIPPED - 1).join('')}…` : text;
}

const TAKEN: Eight<(who: string, number: number) => string> = [
  (who, number) => `收到 ${who} 的提问，记为 问${number}。`,
  (who, number) => `${who} 的问题放进问题箱了，编号 问${number}。`,
  (who, number) => `问${number} 收好了，谢谢 ${who} 问出来。`,
  (who, number) => `${who} 问得好，这是 问${number}，等老师来答。`,
  (who, number) => `问${number}：${who} 的问题记下了。`,
  (who, number) => `好问题，${who}，编号是 问${number}。`,
  (who, number) => `${who} 的提问进了问题箱，叫 问${number}。`,
  (who, number) => `记下了，${who}，这个问题是 问${number}。`,
];

export interface TakenItem {
  readonly number: number;
  readonly name: string;
  /** How many want to know it as well, once somebody asked along; absent for a new question. */
  readonly votes?: number;
}

const MOST_NAMED = 6;

/** What came up in a room since the last time, as one message. */
export function taken(items: readonly TakenItem[], occasion: Occasion): string {
  const asked = items.filter(({ votes }) => votes === undefined);
  const wanted = new Map(items.flatMap(({ number, votes }) => (votes === undefined ? [] : [[number, votes] as const])));
  const last = asked.at(-1);
  return [
    ...askedLines(asked, occasion),
    ...(wanted.size === 0 ? [] : [`${[...wanted].slice(0, MOST_NAMED).map(sayWanted).join('、')}。`]),
    ...(last === undefined ? [] : [`也想知道的，发送：同问 ${last.number}`]),
  ].join('\n');
}

function askedLines(asked: readonly TakenItem[], occasion: Occasion): string[] {
  const [first, second] = asked;
  if (first === undefined) return [];
  if (second === undefined) return [variantOf(TAKEN, occasion)(displayName(first.name), first.number)];
  const named = asked.slice(0, MOST_NAMED).map(({ number, name }) => `问${number}（${displayName(name)}）`);
  const more = asked.length > named.length ? ' 等' : '';
  return [`收到 ${asked.length} 个提问：${named.join('、')}${more}。`];
}

function sayWanted([number, votes]: readonly [number, number]): string {
  return `问${number} 还有 ${votes} 人也想知道`;
}

export function takenInPrivate(number: number, topic: string): string {
  return `收到，记为「${topic}」的 问${number}，有了回答会在群里 @ 你。\n想收回，发送：撤问 ${number}`;
}

export function votedInPrivate(number: number, votes: number): string {
  return `好，问${number} 还有 ${votes} 人也想知道，会在群里回答。`;
}

export interface BoxLine {
  readonly number: number;
  readonly text: string | null;
  readonly votes: number;
}

export interface ToldBox {
  readonly topic: string;
  readonly questions: readonly BoxLine[];
  readonly total: number;
  /** Whoever reads it may answer. */
  readonly mayAnswer: boolean;
}

export function box({ topic, questions, total, mayAnswer }: ToldBox, inRoom: InRoom): string {
  const [first] = questions;
  if (first === undefined) return `「${topic}」现在没有等着回答的问题。\n想问就发送：提问 加上问题`;
  const more = total > questions.length ? [`还有 ${total - questions.length} 个，答完这些再看。`] : [];
  const action = mayAnswer
    ? `回答，发送：${inRoom(`/答疑 ${first.number} 加上回答`)}`
    : `也想知道，发送：同问 ${first.number}`;
  return [`【问题箱】「${topic}」${total} 个等回答`, ...questions.map(boxLine), ...more, action].join('\n');
}

function boxLine({ number, text, votes }: BoxLine): string {
  return `问${number}${votes > 0 ? `（${votes} 人同问）` : ''}　${clip(text)}`;
}

export interface ToldAnswer {
  readonly number: number;
  readonly text: string | null;
  readonly name: string;
  /** Still in the room: called by name. */
  readonly present: boolean;
  readonly by: string;
  readonly answer: string;
  readonly votes: number;
}

/** In the room. */
export function answered({ number, text, name, present, by, answer, votes }: ToldAnswer): string {
  const who = present ? `@${displayName(name)} ` : `${displayName(name)} 的 `;
  const others = votes > 0 ? [`同问的 ${votes} 位也请看。`] : [];
  return [`${who}问${number}：「${clip(text)}」`, `${displayName(by)} 答：${answer}`, ...others].join('\n');
}

/** To whoever answered elsewhere. */
export function answeredElsewhere(number: number, topic: string, later: boolean): string {
  return later ? `好，问${number} 的回答早上在「${topic}」里说。` : `好，问${number} 的回答发到「${topic}」了。`;
}

export function reopened(number: number): string {
  return `问${number} 刚才的回答先收回，这个问题继续等回答。`;
}

export function dropped(number: number, name: string): string {
  return `问${number}（${displayName(name)}）请出问题箱了，群里没有说。要放回去，发送：/撤销`;
}

export function takenBack(number: number): string {
  return `好，问${number} 撤回了。`;
}

export interface WantedQuestion extends BoxLine {
  readonly topic: string;
  /** Full days since it was asked. */
  readonly days: number;
}

export interface ToldWeek {
  readonly rooms: ReadonlyArray<{ readonly topic: string; readonly count: number }>;
  /** The most wanted first; at least one. */
  readonly wanted: readonly WantedQuestion[];
}

const MOST_ROOMS = 3;

/** To staff on Monday morning. */
export function week({ rooms, wanted }: ToldWeek): string {
  const total = rooms.reduce((sum, { count }) => sum + count, 0);
  const named = rooms.slice(0, MOST_ROOMS).map(({ topic, count }) => `「${topic}」${count} 个`);
  const more = rooms.length > MOST_ROOMS ? ` 等 ${rooms.length} 个群` : '';
  const [first] = wanted;
  const action =
    first === undefined ? [] : [`先答最多人想知道的：/${roomWord(first.topic)} 答疑 ${first.number} 加上回答`];
  return [`【问题箱】${total} 个问题等回答：${named.join('、')}${more}`, ...wanted.map(wantedLine), ...action].join(
    '\n',
  );
}

function wantedLine({ number, text, votes, topic, days }: WantedQuestion): string {
  const facts = [...(votes > 0 ? [`${votes} 人同问`] : []), ...(days > 0 ? [`等了 ${days} 天`] : ['今天问的'])];
  return `问${number}「${topic}」${clip(text)}（${facts.join('，')}）`;
}
