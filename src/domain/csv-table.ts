/** Reads CSV as people's programs write it: with any line end, with commas, tabs or semicolons, with or without quotes. */

export interface TableRow {
  /** As an editor counts lines, from 1; a record may span several. */
  readonly line: number;
  readonly cells: readonly (string | number)[];
}

const MARK = /^\uFEFF/u;
const SEPARATORS = [',', '\t', ';', '\uff0c'] as const;

/** Rows that hold something, the heading first. A quote that nobody closes takes all that is left. */
export function parseCsvTable(text: string): TableRow[] {
  const plain = text.replace(MARK, '').replace(/\r\n?/gu, '\n');
  const separator = separatorOf(plain);
  const rows: TableRow[] = [];
  let at = 0;
  let line = 1;
  while (at < plain.length) {
    const record = takeRecord(plain, at, separator);
    if (record.cells.some((cell) => cell !== '')) rows.push({ line, cells: record.cells });
    line += record.lines;
    at = record.end;
  }
  return rows;
}

/** The one that the first line holds most of. */
function separatorOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const count = (separator: string) => first.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

function takeRecord(text: string, from: number, separator: string) {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    const cell = text[at] === '"' ? takeQuoted(text, at) : takePlain(text, at, separator);
    cells.push(cell.value.trim());
    at = cell.end;
    if (text[at] !== separator) break;
    at += 1;
  }
  return { cells, end: at + 1, lines: text.slice(from, at).split('\n').length };
}

function takePlain(text: string, from: number, separator: string) {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { value: text.slice(from, end), end };
}

function takeQuoted(text: string, from: number) {
  let end = from + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  const value = text.slice(from + 1, end).replaceAll('""', '"');
  return { value, end: end + 1 };
}
