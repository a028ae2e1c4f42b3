/** A file of an export: its headings, and its rows page by page, each cell where its heading says. */

import { formatLocalDay, type LocalDay } from './domain/local-day.js';
import { formatLocalMinute, localMomentOf } from './domain/local-time.js';
import type { Records } from './kit/csv-file.js';
import type { Cell } from './kit/csv.js';

export interface Table {
  readonly name: string;
  readonly headings: readonly string[];
  readonly pages: AsyncIterable<Records>;
}

/** Every column that has a heading must have a cell, in the order of the headings. */
export function table<Column extends string, Row>(
  name: string,
  headings: Readonly<Record<Column, string>>,
  pages: AsyncIterable<readonly Row[]>,
  toCells: (row: Row) => Readonly<Record<NoInfer<Column>, Cell>>,
): Table {
  const columns = Object.keys(headings) as Column[];
  const toRecord = (row: Row): Cell[] => {
    const cells = toCells(row);
    return columns.map((column) => cells[column]);
  };
  return { name, headings: columns.map((column) => headings[column]), pages: mapPages(pages, toRecord) };
}

async function* mapPages<Row, T>(pages: AsyncIterable<readonly Row[]>, map: (row: Row) => T) {
  for await (const page of pages) yield page.map(map);
}

export function dayCell(day: LocalDay | null): string | null {
  return day === null ? null : formatLocalDay(day);
}

/** `2026-03-02 08:05`, which spreadsheets take for a time. */
export function timeCell(instant: number | null, zone: string): string | null {
  if (instant === null) return null;
  const { day, minute } = localMomentOf(instant, zone);
  return `${formatLocalDay(day)} ${formatLocalMinute(minute)}`;
}
