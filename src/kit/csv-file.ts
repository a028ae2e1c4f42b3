/** A CSV file that is either whole or not there: written beside its place, readable by its owner alone, then renamed. */

import { open, rename, rm } from 'node:fs/promises';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.js';

export type Records = readonly (readonly Cell[])[];

/** Takes the place of an older file. Resolves to how many records there are besides the headings. */
export async function writeCsvFile(
  path: string,
  headings: readonly string[],
  pages: AsyncIterable<Records>,
): Promise<number> {
  const unfinished = `${path}.unfinished`;
  await rm(unfinished, { force: true });
  try {
    const count = await writeNewFile(unfinished, headings, pages);
    await rename(unfinished, path);
    return count;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeNewFile(path: string, headings: readonly string[], pages: AsyncIterable<Records>): Promise<number> {
  const file = await open(path, 'wx', 0o600);
  try {
    let count = 0;
    await file.appendFile(BYTE_ORDER_MARK + csvLine(headings));
    for await (const records of pages) {
      await file.appendFile(records.map(csvLine).join(''));
      count += records.length;
    }
    await file.sync();
    return count;
  } finally {
    await file.close();
  }
}
