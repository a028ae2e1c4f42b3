/** What the bot says about feedback (反馈) and complaints (投诉). What a complaint is about is said in private and to staff alone. */

import { displayName } from '../../domain/display-name.js';
import { localDayOf } from '../../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { TicketKind, TicketOutcome } from '../../domain/ticket.js';
import { formatDay } from './calendar.js';
import { type Eight, type Occasion, variantOf } from './variants.js';

export const triggers = { own: ['我的反馈', '我的建议', '我的投诉'] } as const;
export const summaries = {
  feedback: '给我们提意见或建议，有结果会告诉你',
  complaint: '投诉，只有负责人看得到，私聊说更好',
  own: '看自己提过的意见和结果，在私聊里看',
} as const;
export const examples = {
  feedback: '反馈 早上的任务能不能早半小时发',
  complaint: '投诉 加上经过',
  own: '我的反馈',
} as const;
export const labels = { said: '答复' } as const;
export const help = {
  feedback: { words: '反馈', summary: summaries.feedback, example: examples.feedback },
  complaint: { words: '投诉', summary: summaries.complaint, example: examples.complaint },
} as const;

const OUTCOMES: Readonly<Record<TicketOutcome, string>> = { accepted: '采纳', done: '已处理', declined: '暂不处理' };
const KINDS: Readonly<Record<TicketKind, string>> = { complaint: '投诉', feedback: '反馈' };

/** What staff choose from. */
export const choices = { ...OUTCOMES, told: '已转告' } as const;

export function kindName(kind: TicketKind): string {
  return KINDS[kind];
}

export function outcomeName(outcome: TicketOutcome): string {
  return OUTCOMES[outcome];
}

const CLIPPED = 30;

function clip(text: string | null): string {
  if (text === null) return '时间久了，原文已删';
  const letters = [...text];
  return letters.length > CLIPPED ? `${letters.slice(0, CLIPPED - 1).join('')}…` : text;
}

const FEEDBACK_TAKEN: Eight<string> = [
  '收到，谢谢你告诉我们，有结果会跟你说。',
  '记下了，谢谢你的意见，看过以后给你回话。',
  '谢谢，已经交给负责的同学了，有结果告诉你。',
  '这条意见收好了，我们看完会回复你。',
  '谢谢你想着这里，意见收到，等我们的回话。',
  '收到啦，会有人认真看，结果会告诉你。',
  '好意见记下来了，定了怎么做会跟你说。',
  '谢谢提醒，已经转过去了，有结果就告诉你。',
];

/** Nothing of what it is about. */
const COMPLAINT_TAKEN: Eight<string> = [
  '收到，已转给负责人。细节请私聊我说，不用在群里讲。',
  '收到了，负责人马上会看到。想补充，请私聊我，不用在群里说。',
  '谢谢你说出来，已经转给负责人，其余的请私聊我说。',
  '这件事负责人会来处理。还有要说的，请私聊我。',
  '已经交给负责人了，会给你答复。后面请在私聊里说。',
  '让你不愉快了，已转给负责人。具体的请私聊我慢慢说。',
  '收到，会有人专门来办。请到私聊里接着说。',
  '已转给负责人，有结果会告诉你。别的请私聊我说。',
];

export function feedbackTaken(occasion: Occasion): string {
  return variantOf(FEEDBACK_TAKEN, occasion);
}

export function complaintTaken(occasion: Occasion): string {
  return variantOf(COMPLAINT_TAKEN, occasion);
}

export function takenInPrivate(kind: TicketKind): string {
  const first = kind === 'complaint' ? '收到，已转给负责人，不会在群里说。' : '收到，谢谢你告诉我们。';
  return `${first}有结果会告诉你，也可以随时发送：${examples.own}`;
}

/** The word alone, in a room. */
export function complainInPrivate(): string {
  return '有不满意的地方，请私聊我发送：投诉 加上经过。只有负责人看得到。';
}

export interface ToldTicket {
  readonly kind: TicketKind;
  readonly text: string;
  readonly name: string;
  /** Empty where it is of no room. */
  readonly topic: string;
}

/** A to-do. */
export function ticketLine({ kind, text, name, topic }: ToldTicket): string {
  return `${KINDS[kind]} ${displayName(name)}${topic === '' ? '' : `（${topic}）`}：${text}`;
}

export interface ToldOutcome {
  readonly kind: TicketKind;
  readonly text: string | null;
  readonly outcome: TicketOutcome;
  /** Null where staff said nothing to it. */
  readonly said: string | null;
}

const THANKS: Readonly<Record<TicketOutcome, string>> = {
  accepted: '谢谢你，这里因为你好了一点。',
  done: '谢谢你告诉我们，还有问题随时说。',
  declined: '谢谢你告诉我们，以后有变化会再看。',
};

/** To its author, in private. */
export function outcomeInPrivate({ kind, text, outcome, said }: ToldOutcome): string {
  const what = kind === 'complaint' ? '你反映的事' : `你的反馈「${clip(text)}」`;
  return [`${what}有结果了：${OUTCOMES[outcome]}。`, ...(said === null ? [] : [said]), THANKS[outcome]].join('\n');
}

/** In the room where it was said. */
export function outcomeInRoom(name: string, { text, outcome, said }: ToldOutcome): string {
  const first = `@${displayName(name)} 你的反馈「${clip(text)}」有结果了：${OUTCOMES[outcome]}。`;
  return [first, ...(said === null ? [] : [said]), THANKS[outcome]].join('\n');
}

/** In a room, where nobody shall read what it was about. */
export function answerWaits(name: string): string {
  return `@${displayName(name)} 有一条给你的回复，私聊我发送：${examples.own}`;
}

export function outcomeWithdrawn(name: string): string {
  return `@${displayName(name)} 刚才给你的回复有误，我们再看一下，稍后再告诉你。`;
}

export type ToldHow = 'private' | 'room' | 'pointer' | 'by-hand';

/** To whoever closed it. */
export function closed(name: string, topic: string, outcome: TicketOutcome, how: ToldHow): string {
  const who = displayName(name);
  const told: Readonly<Record<ToldHow, string>> = {
    private: `已私聊告诉 ${who}。`,
    room: `结果在「${topic}」里告诉 ${who}。`,
    pointer: `在「${topic}」里请 ${who} 私聊来看结果，没有说是什么事。`,
    'by-hand': `机器人联系不到 ${who}，开了一条待办，请你转告。`,
  };
  return `好，${OUTCOMES[outcome]}。${told[how]}`;
}

/** A to-do. */
export function pleaseTell(name: string, { kind, text, outcome, said }: ToldOutcome): string {
  return `请转告 ${displayName(name)}：${KINDS[kind]}「${clip(text)}」${OUTCOMES[outcome]}${said === null ? '' : `，${said}`}`;
}

export function toldByHand(name: string): string {
  return `好，谢谢你转告 ${displayName(name)}。`;
}

export interface OverdueTicket {
  readonly todo: number;
  readonly kind: TicketKind;
  readonly name: string;
  /** Full hours since it came in. */
  readonly hours: number;
}

const MOST_OVERDUE = 5;

/** To staff. */
export function overdue(tickets: readonly OverdueTicket[]): string {
  const lines = tickets.slice(0, MOST_OVERDUE).map((one) => {
    return `待办 ${one.todo}　${KINDS[one.kind]} ${displayName(one.name)}，等了 ${one.hours} 小时`;
  });
  const more = tickets.length > MOST_OVERDUE ? [`还有 ${tickets.length - MOST_OVERDUE} 件，发送 /待办 看全部`] : [];
  const [first] = tickets;
  const action = first === undefined ? [] : [`给个答复，例如：/待办 ${first.todo} 已处理 加一句话`];
  return [`【等着答复】${tickets.length} 件`, ...lines, ...more, ...action].join('\n');
}

export interface OwnTicket {
  readonly kind: TicketKind;
  readonly text: string | null;
  readonly openedAt: number;
  readonly outcome: TicketOutcome | null;
  readonly said: string | null;
}

export function ownTickets(tickets: readonly OwnTicket[]): string {
  if (tickets.length === 0) return `你还没有提过意见。\n想说就发送：${examples.feedback}`;
  return ['【我的反馈】', ...tickets.map(ownLine)].join('\n');
}

function ownLine({ kind, text, openedAt, outcome, said }: OwnTicket): string {
  const day = formatDay(localDayOf(openedAt, DEFAULT_SETTINGS.zone));
  const end = outcome === null ? '在处理' : `${OUTCOMES[outcome]}${said === null ? '' : `，${said}`}`;
  return `${day} ${KINDS[kind]}「${clip(text)}」：${end}`;
}

/** In a room. */
export function lookInPrivate(): string {
  return `请私聊我发送：${examples.own}。在群里不说。`;
}
