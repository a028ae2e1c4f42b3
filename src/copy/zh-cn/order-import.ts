/** How lists of orders are written and what is said about them. */

import { displayName } from '../../domain/display-name.js';
import type { ListWords } from '../../domain/order-list.js';
import type { OrderColumn, RowCause, RowFault } from '../../domain/row-fault.js';
import { FREE, kinds } from './cards.js';

const COLUMN_NAMES: Readonly<Record<OrderColumn, readonly [string, ...string[]]>> = {
  member: ['成员', '昵称', '群昵称', '姓名', '客户'],
  course: ['课程', '课程名称'],
  kind: ['会员卡', '卡种', '商品', '卡'],
  amount: ['金额', '实付', '实付金额', '付款金额'],
  day: ['付款日期', '日期', '付款时间', '支付时间', '下单日期'],
  number: ['订单号', '单号', '订单编号', '商户单号'],
  note: ['备注', '说明'],
};

export const listWords: ListWords = { columns: COLUMN_NAMES, kinds, free: FREE };

/** The heading that a list needs. */
const heading = '成员,课程,会员卡,金额,付款日期,订单号,备注';

const CAUSES: Readonly<Record<RowCause, (given: string) => string>> = {
  missing: () => '没有填',
  'no-column': () => '表头里没有这一列',
  'not-a-kind': (given) => `「${given}」不是会员卡，可以是天卡、周卡、月卡、季卡、年卡、终身卡`,
  'not-an-amount': (given) => `「${given}」不是金额，最多两位小数`,
  'not-a-day': (given) => `「${given}」不是日期，请写 2026-03-01`,
  'day-ahead': (given) => `「${given}」还没到`,
  'too-long': () => '太长了',
  'twice-in-list': (given) => `「${given}」在表里出现了两次`,
  'unknown-course': (given) => `没有「${given}」这门课`,
  'unknown-member': (given) => `群里没有叫「${given}」的人，名字要和群昵称一样`,
  'several-members': (given) => `叫「${given}」的不止一人，请写成「${given}#编号」`,
  'number-taken': (given) => `「${given}」已经记过，但内容不一样`,
};

export function rowFault({ line, column, cause, given }: RowFault): string {
  return `第 ${line} 行「${COLUMN_NAMES[column][0]}」：${CAUSES[cause](displayName(given))}`;
}

const MOST_FAULTS = 5;

export interface Outcome {
  readonly fresh: number;
  readonly known: number;
  readonly faults: readonly RowFault[];
  readonly written: boolean;
}

/** In chat, in at most eight lines. */
export function importOutcome({ fresh, known, faults, written }: Outcome): string {
  const twice = known > 0 ? `，${known} 行以前导过、没有变化` : '';
  const shown = faults.slice(0, MOST_FAULTS).map(rowFault);
  const more = faults.length > shown.length ? [`还有 ${faults.length - shown.length} 处没列出`] : [];
  const wrong = faults.length === 0 ? [] : [`${faults.length} 处不对：`, ...shown, ...more];
  if (written) return [`导入 ${fresh} 笔订单${twice}。`, ...wrong].join('\n');
  return [`没有写入。能导入 ${fresh} 笔${twice}。`, ...wrong].join('\n');
}

export function importEmpty(): string {
  return `表格是空的，第一行写表头，下面一行一笔。\n${heading}\n小林,英语,季卡,199,2026-03-01,A1001,`;
}

export function importTooLong(most: number): string {
  return `聊天里一次最多导入 ${most} 行，更多请在服务器上用文件导入。`;
}

/** What would be done, for the confirmation. */
export function importing(orders: number): string {
  return `导入 ${orders} 笔订单并开通会员`;
}

interface Said {
  readonly fresh: number;
  readonly known: number;
  readonly faults: readonly RowFault[];
}

/** All of it, for whoever imports a file on the machine. */
export function wholeReport({ fresh, known, faults }: Said): string {
  return [`可以导入：${fresh} 笔；以前导过：${known} 笔；不对的：${faults.length} 处`, ...faults.map(rowFault)].join(
    '\n',
  );
}

export function ordersWritten(orders: number, skipped: number): string {
  return skipped > 0 ? `已导入 ${orders} 笔，跳过 ${skipped} 处不对的。` : `已导入 ${orders} 笔。`;
}

export function notWritten(isDryRun: boolean): string {
  return isDryRun ? '这是试跑，什么都没有写入。' : '有不对的行，什么都没有写入。改好再导，或加 --skip-bad 跳过它们。';
}
