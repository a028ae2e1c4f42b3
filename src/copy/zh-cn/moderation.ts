/** What the bot says about rules, offences and appeals. In the room it reminds and never blames; details are for staff. */

import { displayName, oneLine } from '../../domain/display-name.js';
import type { RoomRules, RuleKind, RuleMode, Verdict, WordList } from '../../domain/moderation/rule.js';
import { formatMoment } from './calendar.js';
import { type Cause, kindNames, sayCause, sayCauseInPublic } from './moderation-causes.js';
import type { InRoom } from './name-list.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = {
  warn: ['警告', '提醒'],
  hide: ['隐藏'],
  rules: ['规则', '群规'],
  words: ['词库'],
  allow: ['白名单'],
  offences: ['违规'],
} as const;

export const summaries = {
  warn: '提醒一位成员，写明理由，本人可以申诉',
  hide: '把一条内容从点评和精选里拿掉，并告诉员工群',
  rules: '看或改本群对广告、链接、二维码、刷屏、敏感词的做法',
  words: '看、加、减敏感词，所有群共用',
  allow: '放行域名、词或某个人，所有群共用',
  offences: '看最近的违规，或某个人的',
} as const;

export const examples = {
  warn: '/警告 @小林 请不要发课程以外的链接',
  hide: '/隐藏 @小林',
  rules: '/规则 广告 开',
  words: '/词库 加 代写',
  allow: '/白名单 加 example.com',
  offences: '/违规 @小林',
} as const;

export const labels = {
  member: '成员',
  reason: '理由',
  number: '编号',
  rule: '规则',
  mode: '做法',
  order: '怎么办',
  words: '词',
  target: '成员或编号',
} as const;

export const ruleNames: Readonly<Record<string, RuleKind>> = {
  广告: 'ad',
  链接: 'link',
  二维码: 'qr',
  刷屏: 'flood',
  敏感词: 'word',
};

function ruleName(rule: RuleKind): string {
  return Object.entries(ruleNames).find(([, kind]) => kind === rule)?.[0] ?? rule;
}

export const modes: Readonly<Record<string, RuleMode>> = { 开: 'on', 只提醒: 'remind', 提醒: 'remind', 关: 'off' };
const MODE_NAMES: Readonly<Record<RuleMode, string>> = { on: '开', remind: '只提醒', off: '关' };

export const wordOrders: Readonly<Record<string, 'add' | 'remove' | 'list' | 'import'>> = {
  加: 'add',
  添加: 'add',
  减: 'remove',
  删: 'remove',
  删除: 'remove',
  列: 'list',
  看: 'list',
  导入: 'import',
};

export const reasonWords = ['违规', '警告', '提醒'] as const;

const REMINDERS: Eight<(cause: string) => string> = [
  (cause) => `刚才那条${cause}，群里先不发这些，谢谢理解。`,
  (cause) => `刚才那条${cause}，咱们群只聊学习，麻烦留意一下。`,
  (cause) => `提个醒：刚才那条${cause}，下次先问问老师再发。`,
  (cause) => `刚才那条${cause}，这里就不留给它啦，学习的内容随时欢迎。`,
  (cause) => `小提醒：刚才那条${cause}，大家来这里是为了学习。`,
  (cause) => `刚才那条${cause}，先请收一收，有好东西可以私下问老师。`,
  (cause) => `刚才那条${cause}，群里不发这一类，谢谢配合。`,
  (cause) => `轻轻说一句：刚才那条${cause}，换成学习的就更好了。`,
];

const HOW_TO_APPEAL = '是误会的话，发送：申诉';

/** Behind the name of the one it is for. */
export function reminder(cause: Cause, occasion: Occasion): string {
  return `${variantOf(REMINDERS, occasion)(sayCauseInPublic(cause))}\n${HOW_TO_APPEAL}`;
}

const MERGED: Eight<string> = [
  '刚才的几条不太适合发在群里，谢谢理解。',
  '刚才的几条和学习没关系，麻烦大家留意一下。',
  '提个醒：刚才的几条群里先不发。',
  '刚才的几条先请收一收，学习的内容随时欢迎。',
  '小提醒：大家来这里是为了学习，刚才的几条就不留啦。',
  '刚才的几条群里不发，有需要可以先问问老师。',
  '刚才的几条不是这里聊的，谢谢配合。',
  '轻轻说一句：刚才的几条换成学习的就更好了。',
];

export function mergedReminder(names: readonly string[], occasion: Occasion): string {
  return `${names.map((name) => `@${displayName(name)}`).join(' ')} ${variantOf(MERGED, occasion)}\n${HOW_TO_APPEAL}`;
}

export interface HiddenLine extends Cause {
  readonly id: number;
  readonly name: string;
  readonly topic: string;
  readonly content: string;
  /** Who hid it; absent where a rule did. */
  readonly by?: string;
}

const MOST_HIDDEN = 4;
const LONGEST_QUOTE = 40;

/** To staff rooms: nobody but a person can take a line away in WeChat. */
export function hiddenLines(lines: readonly HiddenLine[]): string {
  const shown = lines.slice(0, MOST_HIDDEN).map(hiddenLine);
  const more = lines.length > MOST_HIDDEN ? [`还有 ${lines.length - MOST_HIDDEN} 条，发送 /违规 看`] : [];
  return [`【群规】${lines.length} 条已从点评和精选里隐藏，群里的原消息要人来撤：`, ...shown, ...more].join('\n');
}

function hiddenLine({ id, name, topic, content, by, ...cause }: HiddenLine): string {
  const who = by === undefined ? '' : `，${displayName(by)} 隐藏`;
  const quote = content === '' ? '' : `「${short(content)}」`;
  return `#${id} ${displayName(name)}（${topic}）${quote} ${kindNames[cause.kind]}${who}`;
}

function short(text: string): string {
  const letters = [...oneLine(text)];
  return letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('')}…` : letters.join('');
}

export function warned(name: string, id: number, inRoom: InRoom): string {
  return `已提醒 ${displayName(name)}，记为 #${id}。\n看记录：${inRoom(`/违规 @${displayName(name)}`)}`;
}

export function hidden(name: string, id: number): string {
  return `#${id}：${displayName(name)} 的内容不会出现在点评和精选里，已告诉员工群。\n群里的原消息要人来撤。`;
}

export function rulesList(topic: string, rules: RoomRules, inRoom: InRoom): string {
  const rows = Object.entries(ruleNames).map(([name, kind]) => `${name}：${MODE_NAMES[rules[kind]]}`);
  return [
    `「${topic}」的群规`,
    ...rows,
    '开：提醒、隐藏、再请人决定；只提醒：到提醒为止',
    `要改就发送：${inRoom(examples.rules)}`,
  ].join('\n');
}

/** Codes in other pictures are for people to see. */
const SEEN_PICTURES = '看得懂 JPG、PNG 和 GIF 的第一帧，单张 5 MB 以内；WebP 看不了，请人留意。';

export function ruleChanged(rule: RuleKind, mode: RuleMode): string {
  const more: Readonly<Record<RuleMode, string>> = {
    on: '先提醒，再犯就隐藏并告诉员工群，移出只由人来定。',
    remind: '只在群里提醒，不计次数。',
    off: '不再看这一类。',
  };
  const seen = rule === 'qr' && mode !== 'off' ? `\n${SEEN_PICTURES}` : '';
  return `${ruleName(rule)}：${MODE_NAMES[mode]}。${more[mode]}${seen}`;
}

/** In the log of actions. */
export function sayRules(rules: RoomRules): string {
  return Object.entries(ruleNames)
    .map(([name, kind]) => `${name}${MODE_NAMES[rules[kind]]}`)
    .join(' ');
}

const LIST_NAMES: Readonly<Record<WordList, string>> = {
  banned: '敏感词',
  'allowed-word': '放行的词',
  'allowed-host': '放行的域名',
  'allowed-member': '放行的人',
};

const MOST_SHOWN = 30;

export function wordLists(
  lists: ReadonlyArray<{ readonly list: WordList; readonly words: readonly string[] }>,
): string {
  const rows = lists.map(({ list, words }) => {
    const more = words.length > MOST_SHOWN ? ` 等 ${words.length} 个` : '';
    return `${LIST_NAMES[list]}：${words.length === 0 ? '无' : `${words.slice(0, MOST_SHOWN).join('、')}${more}`}`;
  });
  return [...rows, `所有群共用，要改就发送：${lists[0]?.list === 'banned' ? examples.words : examples.allow}`].join(
    '\n',
  );
}

export function wordsAdded(list: WordList, words: readonly string[], known: number): string {
  const more = known > 0 ? `，另有 ${known} 个早就在里面` : '';
  return `${LIST_NAMES[list]}加了 ${words.length} 个：${listed(words)}${more}。`;
}

export function wordsRemoved(list: WordList, words: readonly string[]): string {
  return `${LIST_NAMES[list]}里去掉了「${words.join('、')}」。`;
}

export function memberAllowed(name: string, allowed: boolean): string {
  return allowed ? `以后不再看 ${displayName(name)} 发的内容。` : `${displayName(name)} 发的内容照常按群规看。`;
}

function listed(words: readonly string[]): string {
  return words.length > MOST_SHOWN ? `${words.slice(0, MOST_SHOWN).join('、')} 等` : words.join('、');
}

const VERDICTS: Readonly<Record<Verdict, string>> = { warn: '提醒', hide: '隐藏', propose: '请人决定' };

export function verdictName(verdict: Verdict): string {
  return VERDICTS[verdict];
}

export interface ToldOffence extends Cause {
  readonly id: number;
  readonly name: string;
  readonly at: number;
  readonly verdict: Verdict;
  /** Null once it is forgotten. */
  readonly content: string | null;
  readonly voided: boolean;
  readonly appealed: boolean;
}

export interface OffenceList {
  readonly offences: readonly ToldOffence[];
  readonly topic: string;
  readonly zone: string;
  /** Whose they are; absent for a room's. */
  readonly name?: string;
}

export function offenceList({ offences, topic, zone, name }: OffenceList, inRoom: InRoom): string {
  const whose = name === undefined ? `「${topic}」` : `${displayName(name)} 在「${topic}」`;
  if (offences.length === 0) return `${whose}没有违规记录。`;
  const rows = offences.map((one) => offenceLine(one, zone, name === undefined));
  const [first] = offences;
  return [`${whose}最近的违规`, ...rows, `要隐藏就发送：${inRoom(`/隐藏 ${first?.id ?? ''}`)}`].join('\n');
}

function offenceLine(offence: ToldOffence, zone: string, isRooms: boolean): string {
  const { id, name, at, kind, verdict, content, voided, appealed } = offence;
  const state = voided ? '误会，不算' : appealed ? `${VERDICTS[verdict]}，在申诉` : VERDICTS[verdict];
  const who = isRooms ? `${displayName(name)} ` : '';
  const quote = content === null || content === '' ? '' : `「${short(content)}」`;
  return `#${id} ${formatMoment(at, zone)} ${who}${kindNames[kind]} ${quote}（${state}）`;
}

export interface WhyTold {
  readonly name: string;
  readonly isOwn: boolean;
  readonly topic: string;
  readonly zone: string;
  /** The latest first. */
  readonly offences: readonly ToldOffence[];
  /** How much they weigh together now. */
  readonly weight: number;
  readonly halfLife: number;
}

const MOST_WHY = 3;

export function whyOffences({ name, isOwn, topic, zone, offences, weight, halfLife }: WhyTold): string[] {
  const who = isOwn ? '你' : displayName(name);
  if (offences.length === 0) return [`${who}在「${topic}」没有被提醒过。`];
  const shown = offences.slice(0, MOST_WHY).map((one) => {
    const state = one.voided ? '误会，不算' : VERDICTS[one.verdict];
    return `${formatMoment(one.at, zone)} 那条${sayCause(one)}：${state}`;
  });
  const rule = `现在合计 ${weight.toFixed(1)} 次，每过 ${halfLife} 天减半；移出只由人来定。`;
  return [`${who}在「${topic}」的提醒`, ...shown, isOwn ? `${rule.slice(0, -1)}，误会就发送：申诉` : rule];
}

export function removalTodo(told: {
  readonly name: string;
  readonly topic: string;
  readonly count: number;
  readonly trust: number;
}): string {
  const { name, topic, count, trust } = told;
  return `${displayName(name)} 在「${topic}」近期违规合计 ${count} 次，信任 ${trust} 分（仅供参考），要不要移出群`;
}

export const removalOptions = { remove: '移出', watch: '再观察', mistake: '误判' } as const;

export const removalLoses = '移出群，要回来得重新邀请';

export function removing(topic: string): string {
  return `移出「${topic}」`;
}

export function removalQueued(name: string, topic: string): string {
  return `正在把 ${displayName(name)} 移出「${topic}」，办不到会再来待办。`;
}

export function stillWatching(name: string): string {
  return `好，${displayName(name)} 先留下，再看一阵。`;
}

export function judgedMistaken(name: string, count: number): string {
  return `已判为误会，${displayName(name)} 的 ${count} 条记录不算数了。`;
}

export function removeByHandTodo(name: string, topic: string): string {
  return `机器人移不了人，请在微信里把 ${displayName(name)} 移出「${topic}」`;
}

export const removeByHandOptions = { done: '已办', drop: '不办' } as const;

export function removedByHand(): string {
  return '好，记下了。';
}

export function appealTaken(id: number): string {
  return `收到，#${id} 的申诉交给运营了，有结果会告诉你。`;
}

export function appealTodo(told: {
  readonly name: string;
  readonly topic: string;
  readonly number: number;
  readonly appeal: string;
  readonly content: string;
}): string {
  const { name, topic, number, appeal, content } = told;
  const line = content === '' ? '' : `原话「${short(content)}」，`;
  const said = appeal === '' ? '没写理由' : `理由：${short(appeal)}`;
  return `${displayName(name)} 在「${topic}」申诉 #${number}：${line}${said}`;
}

export const appealOptions = { grant: '通过', deny: '驳回' } as const;

export function appealGrantedToMember(id: number): string {
  return `你对 #${id} 的申诉通过了，那次提醒已经取消，不算数。打扰到你，抱歉。`;
}

export function appealDeniedToMember(id: number): string {
  return `你对 #${id} 的申诉看过了，这次维持提醒。有疑问可以直接找群里的老师。`;
}

/** Where the bot may not write in private: in the room, without a word of what it was about. */
export function appealEndedInRoom(granted: boolean): string {
  return granted ? '你的申诉通过了，那次提醒不算数，抱歉打扰。' : '你的申诉运营看过了，详情可以问老师。';
}

export function appealDecided(name: string, granted: boolean): string {
  return `${displayName(name)} 的申诉已${granted ? '通过，那条记录不算数了' : '驳回'}，会告诉本人。`;
}
