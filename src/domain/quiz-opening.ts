/**
 * Reads a quiz as a manager writes it: the question, the options, the answer, in parts that a line break or a bar ends.
 *
 * Behind the answer stand, in any order, for how long it runs and what it is worth. Words come from copy.
 */

import { accept, type Decision, refuse } from './decision.js';
import { type MomentWords, parseSpan } from './moment-words.js';
import { amountOf } from './order-words.js';
import { letterOf, QUIZ_LIMITS, readChoice } from './quiz.js';

export interface QuizWords {
  readonly answer: string;
  readonly points: readonly string[];
  readonly moments: MomentWords;
  readonly question: string;
  readonly option: string;
  readonly minutes: string;
}

export interface QuizOpening {
  readonly question: string;
  readonly options: readonly string[];
  /** The place of the right one, from 0. */
  readonly answer: number;
  readonly minutes: number;
  readonly points: number;
}

const DEFAULT_MINUTES = 10;
const DEFAULT_POINTS = 5;

export function readQuizOpening(text: string, words: QuizWords, example: string): Decision<QuizOpening> {
  const { asked, answered } = splitAtAnswer(text, words.answer);
  const [question = '', ...parts] = asked
    .split(/[\n|\uff5c]+/u)
    .map(trimmed)
    .filter((part) => part !== '');
  const options = parts.map(withoutLetter);
  const [given = '', ...rest] = trimmed(answered).split(/\s+/u);
  if (question === '') return refuse({ code: 'argument.missing', name: words.question, example });
  if (options.length < 2) return refuse({ code: 'quiz.no_options', example });
  if (given === '') return refuse({ code: 'quiz.no_answer', example });
  const choice = readChoice(given);
  if (choice === undefined || choice >= options.length)
    return refuse({ code: 'quiz.answer_unknown', given, last: letterOf(options.length - 1) });
  return withinLimits({ question, options, answer: choice, ...readTerms(rest, words) }, words);
}

/** At the last place where the word stands at the beginning of something. */
function splitAtAnswer(text: string, word: string): { readonly asked: string; readonly answered: string } {
  const found = [...text.matchAll(new RegExp(`(?:^|[\\s|\uff5c])${word}[:\uff1a\\s]*`, 'gu'))].at(-1);
  if (!found) return { asked: text, answered: '' };
  return { asked: text.slice(0, found.index), answered: text.slice(found.index + found[0].length) };
}

function trimmed(part: string): string {
  return part.replace(/\s+/gu, ' ').trim();
}

/** Its letter, where it is the one that its place gives it. */
function withoutLetter(part: string, place: number): string {
  const [, letter = '', rest = ''] = /^(\p{L}|\p{N})[.,\u3001:\uff1a)\uff09\s]+(.+)$/u.exec(part) ?? [];
  return letter !== '' && readChoice(letter) === place ? rest.trim() : part;
}

function readTerms(tokens: readonly string[], { moments, points }: QuizWords): Pick<QuizOpening, 'minutes' | 'points'> {
  const folded = tokens.map((token) => token.normalize('NFKC'));
  const worth = folded.map((token) => amountOf(token, points)).find((amount) => amount !== undefined);
  const spans = folded.map((token) => (amountOf(token, points) === undefined ? parseSpan(token, moments) : undefined));
  return {
    minutes: spans.find((span) => span !== undefined) ?? DEFAULT_MINUTES,
    points: worth ?? DEFAULT_POINTS,
  };
}

function withinLimits(quiz: QuizOpening, words: QuizWords): Decision<QuizOpening> {
  const { question, options, minutes, points } = quiz;
  if (options.length > QUIZ_LIMITS.options) return refuse({ code: 'quiz.too_many_options', max: QUIZ_LIMITS.options });
  if ([...question].length > QUIZ_LIMITS.question)
    return refuse({ code: 'argument.too_long', name: words.question, max: QUIZ_LIMITS.question });
  if (options.some((option) => [...option].length > QUIZ_LIMITS.option))
    return refuse({ code: 'argument.too_long', name: words.option, max: QUIZ_LIMITS.option });
  if (minutes < 1 || minutes > QUIZ_LIMITS.minutes)
    return refuse({ code: 'argument.out_of_range', name: words.minutes, min: 1, max: QUIZ_LIMITS.minutes });
  if (points > QUIZ_LIMITS.points)
    return refuse({ code: 'argument.out_of_range', name: words.points[0] ?? '', min: 0, max: QUIZ_LIMITS.points });
  return accept(quiz);
}
