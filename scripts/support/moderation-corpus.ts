/** The lines on which the moderation rules are measured: one a line, with `\n` for a line break. */

import { readFileSync } from 'node:fs';
import { moderationWords } from '../../src/copy/zh-cn/vocabulary/moderation-words.js';
import { createLineJudge } from '../../src/domain/moderation/judge-line.js';

export type Half = 'tuned' | 'held-out';

export interface Lines {
  readonly harmless: readonly string[];
  readonly offences: readonly string[];
}

export interface Score {
  /** Of those found, how many are offences. */
  readonly precision: number;
  /** Of the offences, how many are found. */
  readonly recall: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

const FOLDER = new URL('../../test/corpus/moderation/', import.meta.url);

export function readHalf(half: Half): Lines {
  return { harmless: readLines(`${half}-harmless.txt`), offences: readLines(`${half}-offences.txt`) };
}

function readLines(name: string): readonly string[] {
  const text = readFileSync(new URL(name, FOLDER), 'utf8').trim();
  return text.split('\n').map((line) => line.replaceAll('\\n', '\n'));
}

export function scoreHalf({ harmless, offences }: Lines): Score {
  const judge = createLineJudge(moderationWords);
  const missed = offences.filter((line) => judge.judge(line) === undefined);
  const wrong = harmless.filter((line) => judge.judge(line) !== undefined);
  const found = offences.length - missed.length;
  return { precision: found / (found + wrong.length), recall: found / offences.length, missed, wrong };
}
