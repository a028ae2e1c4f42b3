/** Reads how a manager opens a flash sale: words in any order. Words come from copy. */

import { type MomentContext, takeMoment } from './moment-words.js';
import { amountOf, numberOf, takeAll, takeMarked, type Taken } from './order-words.js';

export interface SaleWords {
  readonly stock: readonly string[];
  readonly price: readonly string[];
  readonly start: readonly string[];
  readonly end: readonly string[];
  readonly limit: readonly string[];
  /** Units of things, and of points. */
  readonly pieces: readonly string[];
  readonly points: readonly string[];
}

/** What could be read; what is absent was not said. */
export interface SaleOpening {
  readonly name: string;
  readonly stock?: number;
  readonly price?: number;
  readonly startsAt?: number;
  readonly endsAt?: number;
  /** How many one may have. */
  readonly limit?: number;
}

type Said = Omit<SaleOpening, 'name'>;

interface Piece {
  readonly said?: Said;
  readonly word?: string;
}

export function readSaleOpening(tokens: readonly string[], words: SaleWords, moments: MomentContext): SaleOpening {
  const pieces = takeAll<Piece>(tokens, (rest, before) => takePiece(rest, words, { moments, before }));
  const name = pieces.flatMap(({ word }) => (word === undefined ? [] : [word])).join(' ');
  return { name, ...pieces.reduce<Said>((all, { said }) => ({ ...all, ...said }), {}) };
}

interface Around {
  readonly moments: MomentContext;
  readonly before: readonly Piece[];
}

function takePiece(tokens: readonly string[], words: SaleWords, { moments, before }: Around): Taken<Piece> {
  const [first = ''] = tokens;
  return (
    takeMarkedPiece(tokens, words, moments) ??
    numberPiece('stock', amountOf(first, words.pieces)) ??
    numberPiece('price', amountOf(first, words.points)) ??
    momentPiece(before.some(({ said }) => said?.startsAt !== undefined) ? 'endsAt' : 'startsAt', tokens, moments) ?? {
      piece: { word: first },
      took: 1,
    }
  );
}

function takeMarkedPiece(
  tokens: readonly string[],
  words: SaleWords,
  moments: MomentContext,
): Taken<Piece> | undefined {
  return (
    takeMarked(tokens, words.stock, ([next = '']) => numberPiece('stock', numberOf(next, words.pieces))) ??
    takeMarked(tokens, words.price, ([next = '']) => numberPiece('price', numberOf(next, words.points))) ??
    takeMarked(tokens, words.limit, ([next = '']) => numberPiece('limit', numberOf(next, words.pieces))) ??
    takeMarked(tokens, words.end, (rest) => momentPiece('endsAt', rest, moments)) ??
    takeMarked(tokens, words.start, (rest) => momentPiece('startsAt', rest, moments))
  );
}

function numberPiece(as: 'stock' | 'price' | 'limit', value: number | undefined): Taken<Piece> | undefined {
  return value === undefined ? undefined : { piece: { said: { [as]: value } }, took: 1 };
}

function momentPiece(
  as: 'startsAt' | 'endsAt',
  tokens: readonly string[],
  moments: MomentContext,
): Taken<Piece> | undefined {
  const moment = takeMoment(tokens, moments);
  return moment && { piece: { said: { [as]: moment.at } }, took: moment.took };
}
