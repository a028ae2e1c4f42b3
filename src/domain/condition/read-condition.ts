/** Reads a condition as it is typed. What is not understood is told with the very word, and with what it may be. */

import { accept, type Decision, refuse } from '../decision.js';
import { tagKey } from '../tag.js';
import {
  type Axis,
  type AxisTerm,
  type Condition,
  type Figure,
  MOST_TERMS,
  type Sign,
  SIGNS,
  type Term,
} from './condition.js';

/** From copy. */
export interface ConditionWords {
  readonly figures: Readonly<Record<string, Figure>>;
  /** A word may stand for several axes: the value tells which. */
  readonly axes: Readonly<Record<string, readonly Axis[]>>;
  /** Between two terms, where they say nothing new. */
  readonly joiners: readonly string[];
  /** In front of a term that must not hold. */
  readonly negations: readonly string[];
  readonly signs: Readonly<Record<string, Sign>>;
}

/** What may stand behind an axis: by the key of the word, what it is called and what it means. */
export type Values = ReadonlyMap<string, { readonly name: string; readonly value: string | number }>;

export interface ConditionContext {
  readonly words: ConditionWords;
  readonly values: Readonly<Record<Axis, Values>>;
}

const MOST_NAMED = 8;
const LARGEST = 1_000_000_000;

export function readCondition(text: string, context: ConditionContext): Decision<Condition> {
  const { joiners } = context.words;
  const words = plain(text)
    .split(/\s+/u)
    .filter((word) => word !== '' && !joiners.includes(word));
  if (words.length === 0) return refuse({ code: 'condition.empty' });
  if (words.length > MOST_TERMS) return refuse({ code: 'condition.too_many', max: MOST_TERMS });
  const terms: Term[] = [];
  for (const word of words) {
    const term = readTerm(word, context);
    if (!term.ok) return term;
    terms.push(term.value);
  }
  return accept(terms);
}

/** As it is kept: one space between words, no full width. */
export function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, ' ').replaceAll('≥', '>=').replaceAll('≤', '<=').trim();
}

function readTerm(typed: string, context: ConditionContext): Decision<Term> {
  const negation = context.words.negations.find((one) => typed.startsWith(one)) ?? '';
  const word = typed.slice(negation.length);
  const negated = negation !== '';
  const [, axisWord, values] = /^([^:]+):(.*)$/u.exec(word) ?? [];
  if (axisWord !== undefined) return readAxis({ axisWord, values: values ?? '', negated }, context);
  return readFigure(word, negated, context);
}

interface TypedAxis {
  readonly axisWord: string;
  readonly values: string;
  readonly negated: boolean;
}

function readAxis({ axisWord, values, negated }: TypedAxis, context: ConditionContext): Decision<Term> {
  const axes = own(context.words.axes, axisWord);
  if (axes === undefined) return refuseWord(axisWord, context);
  const given = values.split(/[,|、]/u).filter((one) => one !== '');
  if (given.length === 0) return refuseValue(axisWord, '', axes, context);
  const [first = ''] = given;
  const axis = axes.find((one) => context.values[one].has(tagKey(first)));
  if (axis === undefined) return refuseValue(axisWord, first, axes, context);
  const known = context.values[axis];
  const stranger = given.find((one) => !known.has(tagKey(one)));
  if (stranger !== undefined) return refuseValue(axisWord, stranger, [axis], context);
  const meant = given.map((one) => known.get(tagKey(one))?.value);
  return accept({ axis, values: meant, negated } as AxisTerm);
}

function readFigure(word: string, negated: boolean, context: ConditionContext): Decision<Term> {
  const signs = [...SIGNS, ...Object.keys(context.words.signs)];
  const typed = signs.find((one) => word.includes(one));
  const name = typed === undefined ? word : word.slice(0, word.indexOf(typed));
  const figure = own(context.words.figures, name);
  if (figure === undefined) return refuseWord(name === '' ? word : name, context);
  if (typed === undefined) return refuse({ code: 'condition.not_a_number', word: name, given: '' });
  const given = word.slice(name.length + typed.length);
  const [, digits] = /^(\d{1,9})\D{0,2}$/u.exec(given) ?? [];
  if (digits === undefined || Number(digits) > LARGEST)
    return refuse({ code: 'condition.not_a_number', word: name, given });
  const sign = own(context.words.signs, typed) ?? (typed as Sign);
  return accept({ figure, sign, value: Number(digits), negated });
}

function refuseWord(given: string, { words }: ConditionContext): Decision<never> {
  const known = [...firstOfEach(words.axes), ...firstOfEach(words.figures)];
  return refuse({ code: 'condition.unknown_word', given, known });
}

/** The first word of each meaning. */
function firstOfEach(words: Readonly<Record<string, unknown>>): string[] {
  const entries = Object.entries(words);
  return entries
    .filter(([, meaning], index) => entries.findIndex(([, other]) => String(other) === String(meaning)) === index)
    .map(([word]) => word);
}

function refuseValue(word: string, given: string, axes: readonly Axis[], context: ConditionContext): Decision<never> {
  const names = new Set(axes.flatMap((axis) => [...context.values[axis].values()].map(({ name }) => name)));
  return refuse({ code: 'condition.unknown_value', word, given, known: [...names].slice(0, MOST_NAMED) });
}

function own<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
