/** A list of orders as another system wrote it: a heading, then one order a row. What is wrong is told by line and column. */

import type { CardKind } from './card-kind.js';
import type { TableRow } from './csv-table.js';
import { readDayCell } from './day-cell.js';
import { oneLine } from './display-name.js';
import type { LocalDay } from './local-day.js';
import { parseFen } from './money.js';
import { fault, ORDER_COLUMNS, type OrderColumn, type RowCause, type RowFault } from './row-fault.js';

/** Without these a row says nothing. */
const NEEDED: readonly OrderColumn[] = ['member', 'course', 'kind', 'amount', 'day', 'number'];

export interface ListedOrder {
  readonly line: number;
  readonly member: string;
  readonly course: string;
  readonly kind: CardKind;
  /** In fen. */
  readonly amount: number;
  readonly day: LocalDay;
  readonly number: string;
  readonly note: string | null;
}

export interface ListWords {
  /** What a heading may be called, by column. */
  readonly columns: Readonly<Record<OrderColumn, readonly string[]>>;
  readonly kinds: Readonly<Record<string, CardKind>>;
  /** A price of nothing. */
  readonly free: readonly string[];
}

export interface OrderList {
  readonly orders: readonly ListedOrder[];
  readonly faults: readonly RowFault[];
}

const LONGEST = 64;
const LONGEST_NOTE = 100;

export function readOrderList(rows: readonly TableRow[], words: ListWords, today: LocalDay): OrderList {
  const [heading, ...body] = rows;
  const places = placesOf(heading, words);
  const absent = NEEDED.filter((column) => places[column] === undefined);
  if (heading === undefined || absent.length > 0) {
    const faults = absent.map(
      (column) => ({ line: heading?.line ?? 1, column, cause: 'no-column', given: '' }) as const,
    );
    return { orders: [], faults };
  }
  const orders: ListedOrder[] = [];
  const faults: RowFault[] = [];
  const numbers = new Set<string>();
  for (const row of body) {
    const found = readRow(row, { places, words, today });
    if (Array.isArray(found)) faults.push(...found);
    else if (numbers.has(found.number)) faults.push(fault(row, 'number', 'twice-in-list', found.number));
    else orders.push(found);
    if (!Array.isArray(found)) numbers.add(found.number);
  }
  return { orders, faults };
}

type Places = Readonly<Partial<Record<OrderColumn, number>>>;

function placesOf(heading: TableRow | undefined, { columns }: ListWords): Places {
  const names = (heading?.cells ?? []).map((cell) => String(cell).replace(/\s/gu, ''));
  const found = ORDER_COLUMNS.map((column) => [column, names.findIndex((name) => columns[column].includes(name))]);
  return Object.fromEntries(found.filter(([, place]) => place !== -1)) as Places;
}

interface Reading {
  readonly places: Places;
  readonly words: ListWords;
  readonly today: LocalDay;
}

function readRow(row: TableRow, { places, words, today }: Reading): ListedOrder | RowFault[] {
  const cell = (column: OrderColumn) => row.cells[places[column] ?? -1] ?? '';
  const text = (column: OrderColumn) => oneLine(String(cell(column)));
  const kind = words.kinds[text('kind')];
  const amount = words.free.includes(text('amount')) ? 0 : parseFen(text('amount').replaceAll(',', ''));
  const day = readDayCell(cell('day'));
  const faults = [
    ...faultsOf(row, text),
    ...causesOf({ kind, amount, day, today }).map(([column, cause]) => fault(row, column, cause, text(column))),
  ];
  const first = faults.filter(({ column }, index) => faults.findIndex((one) => one.column === column) === index);
  if (kind === undefined || amount === undefined || day === undefined || first.length > 0) return first;
  const note = text('note');
  const who = { member: text('member').replace(/^[@\uff20]/u, ''), course: text('course'), number: text('number') };
  return { line: row.line, ...who, kind, amount, day, note: note === '' ? null : note };
}

/** What is empty, then what is too long. */
function faultsOf(row: TableRow, text: (column: OrderColumn) => string): RowFault[] {
  return [
    ...NEEDED.filter((column) => text(column) === '').map((column) => fault(row, column, 'missing', '')),
    ...(['member', 'course', 'number'] as const).flatMap((column) => tooLong(row, column, text(column), LONGEST)),
    ...tooLong(row, 'note', text('note'), LONGEST_NOTE),
  ];
}

interface Cells {
  readonly kind: CardKind | undefined;
  readonly amount: number | undefined;
  readonly day: LocalDay | undefined;
  readonly today: LocalDay;
}

function causesOf({ kind, amount, day, today }: Cells): (readonly [OrderColumn, RowCause])[] {
  const causes: (readonly [OrderColumn, RowCause])[] = [];
  if (kind === undefined) causes.push(['kind', 'not-a-kind']);
  if (amount === undefined) causes.push(['amount', 'not-an-amount']);
  if (day === undefined) causes.push(['day', 'not-a-day']);
  else if (day > today) causes.push(['day', 'day-ahead']);
  return causes;
}

function tooLong(row: TableRow, column: OrderColumn, given: string, most: number): RowFault[] {
  return [...given].length > most ? [fault(row, column, 'too-long', given)] : [];
}
