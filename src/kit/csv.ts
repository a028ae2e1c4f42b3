/**
 * CSV as RFC 4180 has it, for people who open it in Excel or WPS.
 *
 * A text that a spreadsheet would run as a formula gets an apostrophe in front: names are chosen by strangers. Numbers
 * are ours and stay numbers, negative ones too.
 */

export type Cell = string | number | null;

/** Without it Excel reads UTF-8 as the code page of its machine. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Blanks and invisible characters in front of a formula are dropped by some programs. */
const FORMULA = /^(?:[\t\r]|[\s\p{Cf}]*[=+\-@＝＋－＠])/u;

/** One record with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  // U+0000 ends a cell, or the file, in many programs.
  const text = (cell ?? '').replaceAll('\u0000', '');
  const guarded = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
