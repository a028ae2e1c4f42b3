/** What draws, flash sales and quizzes have in common: how moments are written, and what staff hear of held results. */

import { displayTopic } from '../../domain/display-name.js';
import type { MomentWords } from '../../domain/moment-words.js';
import { formatMoment } from './calendar.js';

export const momentWords: MomentWords = {
  parts: {
    早上: { add: 0, addToTwelve: -12 },
    上午: { add: 0, addToTwelve: 0 },
    中午: { add: 0, addToTwelve: 0 },
    下午: { add: 12, addToTwelve: 0 },
    晚上: { add: 12, addToTwelve: -12 },
    晚: { add: 12, addToTwelve: -12 },
  },
  spelled: { 今早: '今天早上', 今晚: '今天晚上', 明早: '明天早上', 明晚: '明天晚上' },
  hour: '点',
  half: '半',
  minute: '分',
  spans: { 分钟: 1, 小时: 60, 个小时: 60 },
};

/** To staff: a result that the room has to wait for. */
export function resultHeld(topic: string, name: string, until: number, zone: string): string {
  return `「${topic}」的「${name}」已经有结果，群里现在不能发，${formatMoment(until, zone)} 起会自动发出。`;
}

/** After an opening: the day's messages that the room would get are more than it may get. */
export function mayBeHeld(topic: string, name: string): string {
  return `「${topic}」那天的推送已满 3 条，「${name}」的公告可能顺延，最晚到第二天早上 07:30 以后。`;
}

/** Said elsewhere than in the room that it is about. */
export function saidInRoom(topic: string): string {
  return `好，马上发到「${topic}」。`;
}

/** In private, to those who hear of it first. */
export function saidEarly(topic: string, body: string): string {
  return `早知道：几分钟后「${displayTopic(topic)}」才说，先告诉你\n${body}`;
}

/** `people`: undefined where members read along. */
export function toldEarly(people: number | undefined, minutes: number): string {
  const told = people === undefined ? '好' : `已先私聊告诉 ${people} 位有「早知道」的成员`;
  return `${told}，${minutes} 分钟后在群里公布。`;
}
