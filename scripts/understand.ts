/**
 * `npm run understand`: what the bot makes of chat lines. One JSON object a line comes in on stdin, with `text` and the
 * room's date `today`; one goes out for each. A bad line is reported and the others are still answered.
 */

import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { botName, vocabulary } from '../src/copy/zh-cn/vocabulary/vocabulary.js';
import { formatLocalDay, type LocalDay, parseLocalDay } from '../src/domain/local-day.js';
import { createRecogniser, type Recogniser } from '../src/domain/understanding/recogniser.js';
import type { Understanding } from '../src/domain/understanding/understanding.js';

const BYTE_ORDER_MARK = /^\uFEFF/;

interface Question {
  readonly text: string;
  readonly today: LocalDay;
}

/** Whoever reads may have read enough: `npm run understand | head`. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

await answerAll(createRecogniser(vocabulary));

async function answerAll(recognise: Recogniser): Promise<void> {
  let lineNumber = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    lineNumber += 1;
    if (line.trim() === '') continue;
    const question = readQuestion(line);
    if (typeof question === 'string') report(lineNumber, question);
    else await write(present(recognise(question.text, question.today, [botName])));
  }
}

/** The question, or what is wrong with it. */
function readQuestion(line: string): Question | string {
  const given = parseJson(line);
  if (typeof given !== 'object' || given === null) return 'not a JSON object';
  if (!('text' in given) || typeof given.text !== 'string') return '"text" must be a string';
  const today = 'today' in given && typeof given.today === 'string' ? parseLocalDay(given.today) : undefined;
  return today === undefined ? '"today" must be a date such as "2026-11-20"' : { text: given.text, today };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line.replace(BYTE_ORDER_MARK, ''));
  } catch {
    return undefined;
  }
}

function present(understanding: Understanding): string {
  if (!('day' in understanding) || typeof understanding.day !== 'number') return JSON.stringify(understanding);
  const day = formatLocalDay(understanding.day);
  // As lines are labelled, a leave is told by its first day.
  if (understanding.intent === 'leave') return JSON.stringify({ intent: 'leave', day });
  return JSON.stringify({ ...understanding, day });
}

function report(lineNumber: number, fault: string): void {
  process.stderr.write(`understand: line ${lineNumber}: ${fault}\n`);
  process.exitCode = 1;
}

/** Waits for a slow reader, so that large inputs stay small in memory. */
async function write(answer: string): Promise<void> {
  if (!process.stdout.write(`${answer}\n`)) await once(process.stdout, 'drain');
}
