/** The labelled lines of the corpus, and the figures that the product promises for lines nobody has seen. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatLocalDay } from '../../../src/domain/local-day.js';
import { understood } from './meaning.js';

interface Answer {
  readonly intent: string;
  readonly day?: string | null;
  readonly content?: string;
  readonly arg?: string;
}

interface Labelled {
  readonly text: string;
  readonly today: string;
  readonly expect: Answer;
}

const lines = readFileSync('test/corpus/public.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Labelled);

const judged = lines.map((line) => ({ ...line, given: answer(line) }));

/** How long a leave is, is not labelled. */
function answer({ text, today }: Labelled): Answer {
  const meant = understood(text, today);
  const given = meant.intent === 'leave' ? { intent: meant.intent, day: meant.day } : meant;
  const hasDay = 'day' in given && typeof given.day === 'number';
  return (hasDay ? { ...given, day: formatLocalDay(given.day) } : given) as Answer;
}

/** As the guide compares: width and white space aside. */
function folded(text: string | undefined): string | undefined {
  return text?.normalize('NFKC').replace(/\s+/gu, ' ').trim();
}

function share(part: readonly unknown[], whole: readonly unknown[]): number {
  return part.length / whole.length;
}

test('precision, recall and days are as promised', () => {
  const given = judged.filter((line) => line.given.intent !== 'none');
  const wanted = judged.filter((line) => line.expect.intent !== 'none');
  const right = wanted.filter((line) => line.given.intent === line.expect.intent);
  const dated = right.filter((line) => 'day' in line.expect);
  const daysRight = dated.filter((line) => line.given.day === line.expect.day);

  const figures = { precision: share(right, given), recall: share(right, wanted), days: share(daysRight, dated) };

  console.log(figures);
  expect(lines).toHaveLength(420);
  expect(figures.precision).toBeGreaterThanOrEqual(0.995);
  expect(figures.recall).toBeGreaterThanOrEqual(0.97);
  expect(figures.days).toBeGreaterThanOrEqual(0.99);
});

test('every content and argument is exact', () => {
  const parts = ({ content, arg }: Answer) => [folded(content), folded(arg)];
  const right = judged.filter((line) => line.given.intent === line.expect.intent);

  expect(right.map((line) => parts(line.given))).toEqual(right.map((line) => parts(line.expect)));
});

test('an answer has the keys of its label and no others', () => {
  const keys = (answered: Answer) => Object.keys(answered).sort();

  expect(judged.map((line) => keys(line.given))).toEqual(judged.map((line) => keys(line.expect)));
});
