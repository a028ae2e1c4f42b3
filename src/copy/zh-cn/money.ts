/** Amounts of money as people write them. */

/** In yuan: `6.66`, `500`. */
export function formatYuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2);
}
