/** Which characters a font has a shape for, read from the font file itself (OpenType, table `cmap`, subtable format 12). */

/** Whether there is a shape for the code point. */
export type Coverage = (point: number) => boolean;

const DIRECTORY = { at: 12, entry: 16 } as const;
const SUBTABLE = { at: 4, entry: 8 } as const;
const GROUPS = { count: 12, at: 16, entry: 12 } as const;
/** Segmented coverage of all of Unicode. */
const FULL_COVERAGE = 12;

/** Throws a RangeError for a file that is no such font. Keeps none of the file. */
export function coverageOf(font: Buffer): Coverage {
  const subtable = findSubtable(font, findTable(font, 'cmap'));
  const count = font.readUInt32BE(subtable + GROUPS.count);
  const at = (index: number): number => subtable + GROUPS.at + index * GROUPS.entry;
  const firsts = Uint32Array.from({ length: count }, (_, index) => font.readUInt32BE(at(index)));
  const lasts = Uint32Array.from({ length: count }, (_, index) => font.readUInt32BE(at(index) + 4));
  return (point) => point <= (lasts[lastAtMost(firsts, point)] ?? -1);
}

/** The index of the last one that is at most `value`, in ascending order; -1 when there is none. */
function lastAtMost(ascending: Uint32Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ascending[middle] ?? Infinity) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function findTable(font: Buffer, tag: string): number {
  const tables = font.readUInt16BE(4);
  for (let index = 0; index < tables; index++) {
    const entry = DIRECTORY.at + index * DIRECTORY.entry;
    if (font.toString('latin1', entry, entry + 4) === tag) return font.readUInt32BE(entry + 8);
  }
  throw new RangeError(`The font has no table ${tag}.`);
}

function findSubtable(font: Buffer, cmap: number): number {
  const subtables = font.readUInt16BE(cmap + 2);
  for (let index = 0; index < subtables; index++) {
    const subtable = cmap + font.readUInt32BE(cmap + SUBTABLE.at + index * SUBTABLE.entry + 4);
    if (font.readUInt16BE(subtable) === FULL_COVERAGE) return subtable;
  }
  throw new RangeError('The font does not tell what it covers.');
}
