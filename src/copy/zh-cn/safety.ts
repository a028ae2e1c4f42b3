/** What the bot says about undoing, and about what was done. */

import { displayName } from '../../domain/display-name.js';
import { formatLocalMinute, localMomentOf } from '../../domain/local-time.js';
import type { Role } from '../../domain/role.js';
import { sayField, TABLE_NAMES } from './action-fields.js';
import { formatDay, formatMoment } from './calendar.js';
import type { InRoom } from './name-list.js';
import { roleName } from './roles.js';

export const triggers = { undo: ['撤销'], log: ['记录'] } as const;

export const summaries = {
  undo: '撤销 24 小时内的一步操作，不写编号就是你的上一步',
  log: '看谁做过什么，改前改后各是什么',
} as const;

export const examples = { undo: '/撤销 12', log: '/记录 12' } as const;

export const labels = { number: '编号', log: '要看的' } as const;

export interface Undone {
  readonly id: number;
  /** As typed; absent where it is not for everybody who reads along. */
  readonly line: string | undefined;
  /** Where the log is not shown. */
  readonly inPublic: boolean;
}

export function undone({ id, line, inPublic }: Undone, inRoom: InRoom): string {
  const what = line === undefined ? '' : `：${shortLine(line)}`;
  const log = inPublic ? '' : `，看记录：${inRoom(`/记录 ${id}`)}`;
  return `已撤销 #${id}${what}\n它改过的都和原来一样了。要重来就再发一次原来的指令${log}`;
}

const LONGEST_LINE = 30;

/** The first line of what was typed, cut where it becomes long. */
export function shortLine(line: string): string {
  const [first = ''] = line.trim().split('\n');
  const letters = [...first];
  const isCut = letters.length > LONGEST_LINE || first.length < line.trim().length;
  return isCut ? `${letters.slice(0, LONGEST_LINE).join('')}…` : first;
}

type Row = Readonly<Record<string, number | string | null>>;

export interface ActionView {
  readonly id: number;
  readonly who: string;
  readonly role: Role;
  readonly line: string;
  readonly at: number;
  readonly zone: string;
  /** The room concerned; undefined where none was. */
  readonly topic: string | undefined;
  /** The room in which it was said; undefined for a private chat. */
  readonly saidIn: string | undefined;
  readonly changes: ReadonlyArray<{
    readonly table: string;
    readonly key: Row;
    readonly before: Row | null;
    readonly after: Row | null;
  }>;
  /** What numbers stand for, by `column number`. */
  readonly names: ReadonlyMap<string, string>;
  readonly exported: { readonly what: string; readonly rows: number } | undefined;
  readonly mayUndo: boolean;
  readonly isFinal: boolean;
  /** The second manager. */
  readonly confirmedBy?: string;
  readonly undone?: { readonly at: number; readonly by: string };
}

/** `topic` is undefined for all rooms. */
export function actionList(topic: string | undefined, actions: readonly ActionView[], inRoom: InRoom): string {
  const [first] = actions;
  const where = topic === undefined ? '' : `「${topic}」`;
  if (first === undefined) return `${where}没有这样的操作记录。\n看最近的：${inRoom('/记录')}`;
  return [
    `${where}最近的操作，新的在前：`,
    ...actions.map((action) => listLine(action, topic === undefined)),
    `看改前改后：${inRoom(`/记录 ${first.id}`)}`,
  ].join('\n');
}

function listLine({ id, at, zone, who, topic, line, ...rest }: ActionView, withTopic: boolean): string {
  const { day, minute } = localMomentOf(at, zone);
  const where = withTopic && topic !== undefined ? `「${topic}」` : '';
  const when = `${formatDay(day)} ${formatLocalMinute(minute)}`;
  return `#${id} ${when} ${displayName(who)}${where}：${shortLine(line)}${listMark(rest)}`;
}

function listMark({ undone: taken, exported, isFinal }: Pick<ActionView, 'undone' | 'exported' | 'isFinal'>): string {
  if (taken) return '（已撤销）';
  if (exported) return '（导出）';
  return isFinal ? '（不能撤销）' : '';
}

const MOST_FIELDS = 8;
const EXPORTS: Readonly<Record<string, string>> = { course: '课程', roll: '名单' };

export function actionShown(action: ActionView, inRoom: InRoom): string {
  const { id, who, role, at, zone, line, topic, saidIn, exported, mayUndo } = action;
  const where = saidIn === undefined ? '私聊' : `「${saidIn}」`;
  const fields = action.changes.flatMap((change) => sayChange(change, action.names));
  const shown = fields.slice(0, MOST_FIELDS);
  return [
    `#${id} ${formatMoment(at, zone)}`,
    `${displayName(who)}（${roleName(role)}）在${where}发的：${shortLine(line)}`,
    ...(topic === undefined || topic === saidIn ? [] : [`说的是「${topic}」`]),
    ...(action.confirmedBy === undefined ? [] : [`${displayName(action.confirmedBy)} 一起确认的`]),
    ...shown,
    ...(fields.length > shown.length ? [`还有 ${fields.length - shown.length} 处`] : []),
    ...(exported ? [`导出了${EXPORTS[exported.what] ?? ''} ${exported.rows} 行`] : []),
    ...sayUndone(action),
    ...(mayUndo ? [`24 小时内可以撤销：${inRoom(`/撤销 ${id}`)}`] : []),
  ].join('\n');
}

function sayUndone({ undone: taken, zone, isFinal }: ActionView): string[] {
  if (taken) return [`${formatMoment(taken.at, zone)} 由 ${displayName(taken.by)} 撤销了`];
  return isFinal ? ['这一步做了就撤不回来'] : [];
}

function sayChange({ table, key, before, after }: ActionView['changes'][0], names: ActionView['names']): string[] {
  const nameOf = (column: string, value: number | string) => names.get(`${column} ${value}`);
  const which = sayWhich(table, key, nameOf);
  if (before === null || after === null) return [`${before === null ? '加上了' : '去掉了'}${which}`];
  const columns = Object.keys({ ...before, ...after });
  return columns.flatMap((column) =>
    sayField(column, before[column] ?? null, after[column] ?? null, nameOf).map((words) => `${which} ${words}`),
  );
}

/** The kind of row, and which one of them. */
function sayWhich(
  table: string,
  key: Row,
  nameOf: (column: string, value: number | string) => string | undefined,
): string {
  const parts = Object.entries(key).flatMap(([column, value]) => {
    if (value === null || column === 'id') return [];
    if (column === 'day' && table === 'lesson') return [`第 ${value} 天`];
    return nameOf(column, value) ?? [];
  });
  const name = TABLE_NAMES[table] ?? '记录';
  return parts.length === 0 ? name : `${name}（${parts.map((part) => displayName(part)).join('，')}）`;
}
