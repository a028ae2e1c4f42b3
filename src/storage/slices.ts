/** Long lists go to the database some hundred rows at a time: the parameters of a statement are bounded. */

const MOST_ROWS = 500;

export function* inSlices<One>(all: readonly One[]): Generator<readonly One[], void> {
  for (let from = 0; from < all.length; from += MOST_ROWS) yield all.slice(from, from + MOST_ROWS);
}
