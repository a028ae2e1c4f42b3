/** Reads a table of any size in pages along a key, so that memory stays flat and no page costs more than the first. */

export const PAGE = 1_000;

/** `read` answers at most `PAGE` rows, in the order of their key, that come after the given one. */
export async function* inPages<Key, Row extends Key>(
  start: Key,
  read: (after: Key) => Promise<readonly Row[]>,
): AsyncGenerator<readonly Row[], void> {
  let page = await read(start);
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    yield page;
    page = page.length < PAGE ? [] : await read(last);
  }
}
