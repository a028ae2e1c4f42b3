/** What the bot says about recognising people and rooms after a login that changed all ids. */

import { displayName } from '../../domain/display-name.js';
import type { Doubt } from '../../domain/face-match.js';
import type { RoomMatch } from '../../domain/room-match.js';

export const triggers = { bind: ['绑定'], recogniseRoom: ['认群'], recognise: ['认人'] } as const;

export const summaries = {
  bind: '拿一个绑定码；重新登录后凭它认回自己（私聊）',
  recogniseRoom: '重新登录后，把群认回来',
  recognise: '重新登录后，确认谁是谁；认错可撤销',
} as const;

export const examples = { bind: '绑定 8 位绑定码', recogniseRoom: '/认群 17', recognise: '/认人 17 是 小林' } as const;

export const labels = { code: '绑定码', order: '说明' } as const;

export function idsStay(): string {
  return '这里重新登录以后大家的身份不会变，用不着绑定码。';
}

export function inPrivate(): string {
  return '绑定码只能给你一个人看。\n请私聊我发送：绑定';
}

export function yourCode(code: string): string {
  return [
    `你的绑定码：${code}`,
    '请收好，别发到群里：谁有它，谁就是你。再发一次「绑定」会换一个新的。',
    '我重新登录后，或者换了一个机器人账号，要是不认得你了，请私聊发送：',
    `绑定 ${code}`,
  ].join('\n');
}

export function wrongCode(): string {
  return '绑定码不对，请照着保存的再发一次。\n没有保存，请找运营帮你认回来';
}

export function isYourCode(): string {
  return '这就是你自己的绑定码，我认得你，不用再绑。';
}

export function saidInPublic(): string {
  return '绑定码别发到群里，这个码已经作废。\n请私聊我发送：绑定';
}

export function bound(name: string, code: string): string {
  return [
    `${displayName(name)}，认出你了。连续天数、积分和身份都接上了。`,
    `刚才的码已用掉，新的绑定码：${code}`,
    '请收好，别发到群里。现在可以发送：我的',
  ].join('\n');
}

export interface RoomOrder {
  readonly number: number;
  readonly lostNumber: number | undefined;
}

/** `/认群 17`, `/认群 17 是 3`. */
export function readRoomOrder(order: string): RoomOrder | undefined {
  const [whole, number, lostNumber] = /^[#＃]?(\d+)(?:\s*是\s*[#＃]?(\d+))?$/u.exec(order) ?? [];
  if (whole === undefined) return undefined;
  return { number: Number(number), lostNumber: lostNumber === undefined ? undefined : Number(lostNumber) };
}

export type Order =
  | { readonly do: 'is'; readonly number: number; readonly name: string }
  | { readonly do: 'new'; readonly number: number };

/** `17 是 小林`, `17 新`; undefined for anything else, which gets the list. */
export function readOrder(order: string): Order | undefined {
  const [fresh, declared] = /^[#＃]?(\d+)\s*新$/u.exec(order) ?? [];
  if (fresh !== undefined) return { do: 'new', number: Number(declared) };
  const [is, number, name = ''] = /^[#＃]?(\d+)\s*是\s*@?(\S.*)$/u.exec(order) ?? [];
  return is === undefined ? undefined : { do: 'is', number: Number(number), name };
}

const MOST_LISTED = 5;

export interface RoomLine {
  readonly id: number;
  readonly topic: string;
  readonly lostId: number;
  /** Undefined before the member list was read. */
  readonly match: RoomMatch | undefined;
  readonly isGood: boolean;
}

export function noRoomLost(): string {
  return '所有群都认得，没有要认的。';
}

export function roomList(
  lines: readonly RoomLine[],
  unseen: readonly { readonly id: number; readonly topic: string }[],
): string {
  const [first] = lines;
  const missing = unseen.slice(0, MOST_LISTED).map(({ id, topic }) => `「${topic}」#${id}`);
  return [
    ...(first ? ['群号变了，这几个像是老群，请看准再认：'] : []),
    ...lines.slice(0, MOST_LISTED).map(roomLine),
    ...(missing.length > 0 ? [`还没看到：${missing.join('、')}。到群里发送 /认群 就行`] : []),
    ...(first ? ['确认，发送（编号换成上面的）：', `/认群 ${first.id} 是 ${first.lostId}`] : []),
  ].join('\n');
}

function roomLine({ id, topic, lostId, match, isGood }: RoomLine): string {
  const names = match
    ? `现在 ${match.seen} 人，原来 ${match.known} 人，同名 ${match.shared} 人${isGood ? '' : '，对不上的多'}`
    : '还没读到成员';
  return `${id}.「${topic}」→ 老群 #${lostId}（${names}）`;
}

export function roomRecognised(topic: string): string {
  return [
    `「${topic}」认回来了，推送和记录照旧。`,
    '认错了，24 小时内发送：/撤销',
    '群里的人要一个个认，先看名单，私聊我发送：/认人',
  ].join('\n');
}

export function doubts(list: readonly Doubt[], fresh: number): string {
  const [first] = list;
  if (first === undefined) return fresh === 0 ? '没有要认的人。' : `${fresh} 位新面孔里，没有和老成员同名的。`;
  const others = fresh - Math.min(list.length, MOST_LISTED);
  return [
    '同名不等于同一个人，问过本人再确认：',
    ...list.slice(0, MOST_LISTED).map(doubtLine),
    ...(others > 0 ? [`还有 ${others} 位新面孔`] : []),
    `确认：/认人 ${first.fresh.id} 是 ${first.candidates.length === 1 ? displayName(first.fresh.name) : `${displayName(first.fresh.name)}#${first.candidates[0]?.id ?? ''}`}`,
    `是新人：/认人 ${first.fresh.id} 新`,
  ].join('\n');
}

function doubtLine({ fresh, candidates, topics, isOnly }: Doubt): string {
  const name = displayName(fresh.name);
  const who = candidates.map(({ id }) => `${name}#${id}`).join('、');
  const evidence = isOnly ? '前后都只有一位叫这个名字' : '叫这个名字的不止一位';
  return `${fresh.id}. ${name}（「${topics.join('」「')}」）→ ${who}，${evidence}`;
}

export function recognised(name: string, lostName: string): string {
  return `好，${displayName(name)} 就是原来的 ${displayName(lostName)}，记录都接上了。\n认错了，24 小时内发送：/撤销`;
}

export function isNew(name: string): string {
  return `好，${displayName(name)} 算新成员。\n说错了，24 小时内发送：/撤销`;
}
