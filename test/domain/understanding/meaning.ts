/** What the shipped vocabulary makes of a line, as one text: the intent, then its day, content or argument. */

import { botName, vocabulary } from '../../../src/copy/zh-cn/vocabulary/vocabulary.js';
import { formatLocalDay, type LocalDay, parseLocalDay } from '../../../src/domain/local-day.js';
import { createRecogniser } from '../../../src/domain/understanding/recogniser.js';
import type { DaySpan, Understanding } from '../../../src/domain/understanding/understanding.js';

const recognise = createRecogniser(vocabulary);

export function understood(line: string, today: string): Understanding {
  const day = parseLocalDay(today);
  if (day === undefined) throw new Error(`no such day: ${today}`);
  return recognise(line, day, [botName]);
}

export function meaningOf(line: string, today = '2026-11-20'): string {
  const { intent, ...more } = understood(line, today);
  return [intent, ...Object.values<string | LocalDay | DaySpan | null>(more).map(written)].join('|');
}

function written(value: string | LocalDay | DaySpan | null): string {
  if (value !== null && typeof value === 'object') return `${formatLocalDay(value.from)}~${formatLocalDay(value.to)}`;
  return typeof value === 'number' ? formatLocalDay(value) : String(value);
}
