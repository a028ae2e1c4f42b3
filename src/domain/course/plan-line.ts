/**
 * What one line of a plan is: a heading, a field, or plain text.
 *
 * A line of text that would be read as something else is written with a backslash before it.
 */

import type { CoursePlanWords } from './course-plan-words.js';
import { lengthOf } from './course.js';
import { type DayHeading, readDayHeading } from './day-heading.js';
import type { FieldName } from './plan-fault.js';

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly column: number;
  /** Absent when the heading names no day. */
  readonly lesson: DayHeading | undefined;
}

export interface Field {
  /** Absent when the label is none of the format's. */
  readonly name: FieldName | undefined;
  readonly label: string;
  readonly value: string;
  readonly column: number;
}

/** Says whether a bare line would be read as something other than text. */
export type IsMark = (line: string) => boolean;

const HEADING = /^(\s*([#＃]{1,6})(\s*))(.*)$/u;
// Two letters or more: the lines of a dialogue ("A: Hello"), times ("8:00") and links are text.
const FIELD = /^(\s*)(\p{L}{2,8})\s*[:：](?!\/\/)\s*(.*)$/u;

export function readHeading(line: string, words: CoursePlanWords): Heading | undefined {
  const match = HEADING.exec(line);
  if (match === null) return undefined;

  const [, before = '', marks = '', gap = '', text = ''] = match;
  const lesson = readDayHeading(text, words);
  const isHeading = lesson !== undefined || mayNameNoDay(marks.length, gap);
  return isHeading ? { level: marks.length, text, column: lengthOf(before) + 1, lesson } : undefined;
}

/** The title, or a day that was mistyped; a hashtag (`#morning`) and deeper headings are text. */
function mayNameNoDay(level: number, gap: string): boolean {
  return level === 2 || (level === 1 && gap !== '');
}

export function readField(line: string, words: CoursePlanWords): Field | undefined {
  const [, indent = '', label, value = ''] = FIELD.exec(line) ?? [];
  if (label === undefined) return undefined;
  return { name: fieldName(label, words), label, value: value.trim(), column: lengthOf(indent) + 1 };
}

function fieldName(label: string, words: CoursePlanWords): FieldName | undefined {
  const plain = label.toLowerCase();
  if (words.homework.includes(plain)) return 'homework';
  return words.picture.includes(plain) ? 'picture' : undefined;
}

export function marksInTask(words: CoursePlanWords): IsMark {
  return (line) => readHeading(line, words) !== undefined || readField(line, words)?.name !== undefined;
}

export function marksInHomework(words: CoursePlanWords): IsMark {
  return (line) => readHeading(line, words) !== undefined || readField(line, words) !== undefined;
}

export function escapeLine(line: string, isMark: IsMark): string {
  return isMark(withoutBackslashes(line)) ? `\\${line}` : line;
}

/** Takes one backslash off, and only where `escapeLine` would have put it: `\o/` stays as it is. */
export function unescapeLine(line: string, isMark: IsMark): string {
  return line.startsWith('\\') && isMark(withoutBackslashes(line)) ? line.slice(1) : line;
}

function withoutBackslashes(line: string): string {
  return line.replace(/^\\+/u, '');
}
