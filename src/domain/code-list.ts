/** Codes as somebody pastes them: one a line, or the first column of a table. */

/** In a message. */
export const MOST_CODES = 500;
const LONGEST = 64;

/** Each once, in order. Headings and what cannot be a code are left out. */
export function readCodes(text: string): readonly string[] {
  const cells = text.split(/\r?\n/u).map((line) => firstCell(line));
  return [...new Set(cells.filter(isCode))];
}

function firstCell(line: string): string {
  const [cell = ''] = line.split(/[,\t\uff0c]/u);
  return cell.trim().replaceAll(/^"|"$/gu, '').trim();
}

/** A code has no spaces in it, and more to it than a word of a heading. */
function isCode(cell: string): boolean {
  return cell.length <= LONGEST && /^[\x21-\x7e]+$/u.test(cell) && /[\dA-Z]/iu.test(cell);
}
