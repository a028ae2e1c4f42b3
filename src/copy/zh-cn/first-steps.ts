/** What newcomers write to the bot before they know what it is, and what they are told. */

import { displayName } from '../../domain/display-name.js';
import type { RequiredContent } from '../../domain/room.js';
import { words } from './vocabulary/words.js';

/** A message that is made of these, marks and emoji aside, and of nothing else is a greeting. */
const GREETINGS = words(
  '你好 您好 你们好 妳好 哈喽 哈啰 哈罗 嗨 嘿 早 早安 早上好 上午好 中午好 下午好 晚上好 晚安 hi hello hey',
  '在吗 在么 在嘛 在嗎 在不在 有人吗 有人么 有人嗎 有人在吗 请问 請問',
  '老师好 老師好 大家好 老师 老師 小助手 机器人 機器人 早八 亲 呀 啊 哈 哦 喔 吖 呢 你是谁 你是誰 你是什么 你是机器人吗',
);

/** What WeChat itself writes in somebody's name when a contact is made. */
const CONTACT_MADE = words(
  '我通过了你的朋友验证请求 我通過了你的朋友驗證請求 我通过了你的好友请求',
  '我已通过你的好友请求 现在我们可以开始聊天了',
);
const CONTACT_MADE_IN_ENGLISH = 'iveacceptedyourfriendrequest';

/** Ends a talk: an answer would begin another. */
const CLOSINGS = words(
  '好 好的 好吧 好嘞 行 收到 知道了 明白 明白了 了解 谢谢 謝謝 谢谢你 谢谢您 多谢 谢了 感谢 辛苦了 不客气 再见 拜拜',
  '嗯 嗯嗯 哦 哦哦 噢 哈哈 哈哈哈 嘿嘿 没事 没事了 ok okay thanks thankyou bye 1',
);

const HOW = '(?:怎么|怎麼|如何|怎样|怎樣|咋|在哪|在哪里|在哪儿)';
const USE = '(?:打卡|打个卡|签到|簽到|用|使用|玩|操作|用你|用啊|弄)';
const HOW_TO = new RegExp(
  `^(?:请问|請問|想问|你好|您好|老师|我|要|该|应该|这个|这里|在群里|群里)*(?:${HOW}${USE}|(?:打卡|签到)${HOW}.{0,2})(?:呢|呀|啊|的|吗|了)?$`,
  'u',
);

const GREETING = new RegExp(`^(?:${GREETINGS.join('|')})+$`, 'u');

/** Letters and digits alone, in lower case: neither marks nor emoji nor `[微笑]` say anything here. */
function core(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\[[^\]]{1,4}\]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

/** Whoever writes more than this wants something of their own. */
const LONGEST = 60;

export function isGreeting(text: string): boolean {
  if (text.length > LONGEST) return false;
  const said = core(text);
  if (CONTACT_MADE.some((line) => said.startsWith(line)) || said.startsWith(CONTACT_MADE_IN_ENGLISH)) return true;
  return GREETING.test(said);
}

export function asksHowTo(text: string): boolean {
  return text.length <= LONGEST && HOW_TO.test(core(text));
}

/** Of a line that asks for help: whether it asks how, and not for a list. */
export function asksHow(text: string): boolean {
  return /怎么|怎麼/u.test(text);
}

/** Whether there is nothing to answer: thanks, consent, a mark or an emoji. */
export function isClosing(text: string): boolean {
  const said = core(text.slice(0, LONGEST));
  return said === '' || CLOSINGS.includes(said);
}

const MOST_ROOMS = 3;

function places(topics: readonly string[]): string {
  const shown = topics.slice(0, MOST_ROOMS).map((topic) => `「${topic}」`);
  return `${shown.join('')}${topics.length > MOST_ROOMS ? `等 ${topics.length} 个群` : ''}`;
}

/** To somebody who is in these rooms. */
export function helloMember(name: string, topics: readonly string[]): string {
  return [
    `${displayName(name) || '同学'} 你好，我是早八，在${places(topics)}帮大家发任务、记打卡。`,
    '做完当天的任务，到群里发送：打卡 今天读了 3 页',
  ].join('\n');
}

export function helloStaff(name: string): string {
  return `${displayName(name) || '你'}好，我在。管理哪个群，把群名写在前面就行。\n全部指令，发送：帮助`;
}

/** To the owner before there is any room. */
export function helloBeforeRooms(name: string): string {
  return `${displayName(name) || '你'}好，我在，还没有群归我照看。\n把我拉进一个群，在群里发送：/建群 体验 英语`;
}

export function helloStranger(): string {
  return [
    '你好，我是早八，学习群里的打卡助手：早上发任务，晚上做点评。',
    '你还不在我照看的群里。想加入，请联系邀请你的老师或运营，进群后发送：打卡',
  ].join('\n');
}

export function helloUnclaimed(): string {
  return [
    '你好，我是早八，学习群里的打卡助手，刚刚启动，还没有群主。',
    '认领码在启动我的终端和网页上。拿到后私聊我发送：认领 8 位认领码',
  ].join('\n');
}

const IN_THIS_ROOM: Readonly<Record<RequiredContent, string>> = {
  nothing: '带上一句话，或前后 3 分钟内发张图片都算，例如：打卡 今天读了 3 页',
  text: '这个群要写上内容，例如：打卡 今天读了 3 页',
  picture: '这个群要带图片：先发一张图片，3 分钟内再发送：打卡',
  either: '这个群要带上一句话或一张图片，例如：打卡 今天读了 3 页',
};

export function howToCheckInHere(required: RequiredContent): string {
  return `做完当天的任务，直接在群里说，不用加符号。\n${IN_THIS_ROOM[required]}`;
}

export function howToCheckInThere(topics: readonly string[]): string {
  const place = topics.length === 0 ? '学习群里' : places(topics);
  return `打卡在${place}：做完当天的任务，直接说，不用加符号。\n${IN_THIS_ROOM.nothing}`;
}

export function notUnderstood(): string {
  return '这句我还听不懂，我只会管打卡和任务。\n想看能对我说什么，发送：帮助';
}
