/** How managers write what an activity is: words in any order, some of which say what the next one is. */

/** What was read at the head of the words, and how many of them it took. */
export interface Taken<Piece> {
  readonly piece: Piece;
  readonly took: number;
}

/** What follows one of `markers`, glued to it or apart; undefined where none stands here or nothing fits behind it. */
export function takeMarked<Piece>(
  tokens: readonly string[],
  markers: readonly string[],
  read: (rest: readonly string[]) => Taken<Piece> | undefined,
): Taken<Piece> | undefined {
  const [first = '', ...rest] = tokens;
  const marker = markers.find((one) => first.startsWith(one));
  if (marker === undefined) return undefined;
  const glued = first.slice(marker.length).replace(/^[:=]/u, '');
  const taken = read(glued === '' ? rest : [glued, ...rest]);
  return taken && (glued === '' ? { ...taken, took: taken.took + 1 } : taken);
}

/** `20` with one of the units right behind it; undefined for anything else. */
export function amountOf(token: string, units: readonly string[]): number | undefined {
  const written = /^(\d{1,6})(\D+)$/u.exec(token);
  return written && units.includes(written[2] ?? '') ? Number(written[1]) : undefined;
}

/** The same, or the bare number. */
export function numberOf(token: string, units: readonly string[]): number | undefined {
  return /^\d{1,6}$/u.test(token) ? Number(token) : amountOf(token, units);
}

/** Takes one piece after the other until nothing is left. */
export function takeAll<Piece>(
  tokens: readonly string[],
  take: (rest: readonly string[], before: readonly Piece[]) => Taken<Piece>,
): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length;) {
    const { piece, took } = take(tokens.slice(at), pieces);
    pieces.push(piece);
    at += took;
  }
  return pieces;
}
