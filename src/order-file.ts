/** Reads a table from a file: CSV in UTF-8 or GBK, or the first sheet of an Excel workbook. The only home of xlsx. */

import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import { parseCsvTable, type TableRow } from './domain/csv-table.js';

const MOST_BYTES = 20 * 1024 * 1024;
/** A zip archive, or the compound file of old workbooks: anything else would be taken for text. */
const WORKBOOKS = ['504b0304', 'd0cf11e0'];
/** Days between the two epochs that a workbook may count from. */
const EPOCH_1904 = 1_462;

/** Rejects with one sentence when it is not there, too large, or neither of both. */
export async function readTableFile(path: string): Promise<TableRow[]> {
  const bytes = await readFile(path);
  if (bytes.length > MOST_BYTES) throw new Error(`${path} is larger than ${MOST_BYTES} bytes. Split it.`);
  return /\.xls[xmb]?$/iu.test(path) ? readWorkbook(bytes, path) : parseCsvTable(decode(bytes));
}

/** What Excel saves as CSV in China is GBK. */
function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Dates stay the numbers that they are, so no zone can move them. */
function readWorkbook(bytes: Buffer, path: string): TableRow[] {
  const book = openWorkbook(bytes, path);
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error(`${path} has no sheet.`);
  const offset = book.Workbook?.WBProps?.date1904 === true ? EPOCH_1904 : 0;
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: '', blankrows: true });
  const first = utils.decode_range(sheet['!ref'] ?? 'A1').s.r + 1;
  return rows
    .map((cells, index) => ({ line: first + index, cells: cells.map((cell) => toCell(cell, offset)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
}

function openWorkbook(bytes: Buffer, path: string) {
  const isWorkbook = WORKBOOKS.includes(bytes.subarray(0, 4).toString('hex'));
  if (!isWorkbook) throw new Error(`${path} is not an Excel file.`);
  try {
    return read(bytes, { type: 'buffer', cellFormula: false, cellHTML: false, sheets: 0 });
  } catch (error) {
    throw new Error(`${path} is not an Excel file that can be read.`, { cause: error });
  }
}

function toCell(cell: unknown, offset: number): string | number {
  if (typeof cell === 'number') return Number.isInteger(cell) && cell > 20_000 ? cell + offset : cell;
  if (typeof cell === 'string') return cell.trim();
  return typeof cell === 'boolean' ? String(cell) : '';
}
