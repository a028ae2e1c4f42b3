/** Reads how a manager opens a draw: words in any order, as they come to mind. Words come from copy. */

import type { DrawCondition, Measure } from './draw.js';
import { type MomentContext, takeMoment } from './moment-words.js';
import { amountOf, takeAll, takeMarked, type Taken } from './order-words.js';

export interface OpeningWords {
  readonly end: readonly string[];
  readonly condition: readonly string[];
  /** Before the tag that one must have. */
  readonly tag: readonly string[];
  readonly prize: readonly string[];
  readonly publicSource: readonly string[];
  /** Between what is measured and how much of it. */
  readonly atLeast: readonly string[];
  /** Units of how many win, and of points. */
  readonly places: readonly string[];
  readonly points: readonly string[];
  readonly measures: Readonly<Record<string, Measure>>;
}

/** What could be read; what is absent was not said. */
export interface Opening {
  readonly name: string;
  readonly prize?: string;
  /** The prize is this many points. */
  readonly points?: number;
  readonly places?: number;
  readonly endsAt?: number;
  readonly conditions: readonly DrawCondition[];
  readonly publicSource?: string;
  /** A condition that nobody understands. */
  readonly unreadable?: string;
}

type Said = Omit<Opening, 'name' | 'conditions'>;

interface Piece {
  readonly said?: Said;
  readonly condition?: DrawCondition;
  /** One without a mark: the name, and then the prize. */
  readonly word?: string;
}

export function readOpening(tokens: readonly string[], words: OpeningWords, moments: MomentContext): Opening {
  const pieces = takeAll<Piece>(tokens, (rest) => takePiece(rest, words, moments));
  const [name = '', ...others] = pieces.flatMap(({ word }) => (word === undefined ? [] : [word]));
  const conditions = pieces.flatMap(({ condition }) => (condition === undefined ? [] : [condition]));
  const said = pieces.reduce<Said>((all, piece) => ({ ...all, ...piece.said }), {});
  const prize = said.prize ?? (others.length > 0 ? others.join(' ') : undefined);
  return { ...said, name, conditions, ...(prize !== undefined && { prize }) };
}

function takePiece(tokens: readonly string[], words: OpeningWords, moments: MomentContext): Taken<Piece> {
  return (
    takeMarked(tokens, words.end, (rest) => momentPiece(rest, moments)) ??
    takeMarked(tokens, words.condition, (rest) => conditionPiece(rest, words)) ??
    takeMarked(tokens, words.publicSource, ([source]) => wordPiece(source, 'publicSource')) ??
    takeMarked(tokens, words.prize, (rest) => pointsPiece(rest, words) ?? wordPiece(rest[0], 'prize')) ??
    pointsPiece(tokens, words) ??
    placesPiece(tokens, words) ??
    momentPiece(tokens, moments) ?? { piece: { word: tokens[0] ?? '' }, took: 1 }
  );
}

function momentPiece(tokens: readonly string[], moments: MomentContext): Taken<Piece> | undefined {
  const moment = takeMoment(tokens, moments);
  return moment && { piece: { said: { endsAt: moment.at } }, took: moment.took };
}

function wordPiece(word: string | undefined, as: 'prize' | 'publicSource'): Taken<Piece> | undefined {
  return word === undefined ? undefined : { piece: { said: { [as]: word } }, took: 1 };
}

function pointsPiece([first = '']: readonly string[], { points }: OpeningWords): Taken<Piece> | undefined {
  const amount = amountOf(first, points);
  return amount === undefined ? undefined : { piece: { said: { points: amount } }, took: 1 };
}

function placesPiece([first = '']: readonly string[], { places }: OpeningWords): Taken<Piece> | undefined {
  const amount = amountOf(first, places);
  return amount === undefined ? undefined : { piece: { said: { places: amount } }, took: 1 };
}

/** A tag; or what is measured, perhaps a sign or a word, and the number of days. */
function conditionPiece(tokens: readonly string[], words: OpeningWords): Taken<Piece> | undefined {
  const { measures, atLeast } = words;
  const [first] = tokens;
  if (first === undefined) return undefined;
  const tagged = takeMarked(tokens, words.tag, ([tag]) => tagPiece(tag));
  if (tagged) return tagged;
  const [, before = '', amount = ''] = /^(\D+)(\d{1,4})\D?$/u.exec(first) ?? [];
  const sign = atLeast.find((one) => before.endsWith(one)) ?? '';
  const measure = measures[before.slice(0, before.length - sign.length)];
  if (measure === undefined) return { piece: { said: { unreadable: first } }, took: 1 };
  return { piece: { condition: { measure, atLeast: Number(amount) } }, took: 1 };
}

function tagPiece(tag: string | undefined): Taken<Piece> | undefined {
  return tag === undefined ? undefined : { piece: { condition: { tag } }, took: 1 };
}
