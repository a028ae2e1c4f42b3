/** A strict reader of RFC 4180 for tests: every record must end in CRLF, and a bare quote is an error. */

import { readFileSync } from 'node:fs';

const MARK = '\uFEFF';
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;

export function parseCsv(text: string): string[][] {
  if (!text.startsWith(MARK)) throw new Error('There is no byte order mark.');
  const records: string[][] = [];
  let record: string[] = [];
  CELL.lastIndex = MARK.length;
  while (CELL.lastIndex < text.length) {
    const at = CELL.lastIndex;
    const match = CELL.exec(text);
    if (!match) throw new Error(`Not CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

/** The records by heading. */
export function readCsv(path: string): Record<string, string>[] {
  const [headings = [], ...records] = parseCsv(readFileSync(path, 'utf8'));
  return records.map((cells) => {
    if (cells.length !== headings.length) throw new Error(`${cells.length} cells under ${headings.length} headings`);
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index] ?? '']));
  });
}
