/** Amounts of money: whole fen, never fractions. */

/** A hundred thousand yuan; nobody records more in one line. */
const MOST_FEN = 10_000_000;

/** `6.66`, `500`, with a sign of the currency or its word about it; in fen. Undefined for anything else. */
export function parseFen(text: string): number | undefined {
  const [, yuan = '', fraction = ''] =
    /^[\u00a5\uffe5]?(\d{1,6})(?:\.(\d{1,2}))?\p{Script=Han}{0,3}$/u.exec(text.normalize('NFKC')) ?? [];
  if (yuan === '') return undefined;
  const fen = Number(yuan) * 100 + Number(fraction.padEnd(2, '0'));
  return fen > 0 && fen <= MOST_FEN ? fen : undefined;
}
