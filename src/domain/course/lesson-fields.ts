/**
 * Reads the fields at the end of a lesson: homework and picture.
 *
 * Homework runs on until the next field, so its lines need no special mark; a picture is one line.
 */

import type { CoursePlanWords } from './course-plan-words.js';
import { isPictureName } from './picture-name.js';
import type { FieldName, PlanFault, PlanPlace } from './plan-fault.js';
import { type Field, marksInHomework, readField, unescapeLine } from './plan-line.js';

interface WrittenField extends PlanPlace {
  readonly name: FieldName;
  readonly label: string;
  readonly lines: readonly string[];
}

export interface LessonFields {
  readonly values: Readonly<Partial<Record<FieldName, string>>>;
  readonly faults: readonly PlanFault[];
}

interface Gathered {
  readonly fields: readonly WrittenField[];
  readonly faults: readonly PlanFault[];
}

/** Where the fields begin: the first known one, or the paragraph that it ends if that paragraph is all fields. */
export function fieldsStart(lines: readonly string[], words: CoursePlanWords): number {
  const known = lines.findIndex((line) => readField(line, words)?.name !== undefined);
  if (known === -1) return lines.length;

  const other = lines.slice(0, known).findLastIndex((line) => readField(line, words) === undefined);
  return other !== -1 && lines[other] === '' ? other + 1 : known;
}

export function readLessonFields(lines: readonly string[], firstLine: number, words: CoursePlanWords): LessonFields {
  let gathered: Gathered = { fields: [], faults: [] };
  for (const [index, line] of lines.entries()) {
    const field = readField(line, words);
    const place = { line: firstLine + index, column: field?.column ?? 1 };
    gathered = field === undefined ? runOn(gathered, line, place) : begin(gathered, field, place);
  }
  return settle(gathered, words);
}

function begin({ fields, faults }: Gathered, field: Field, place: PlanPlace): Gathered {
  const { name, label, value } = field;
  const unknown: PlanFault = { code: 'course.field_unknown', field: label, ...place };
  if (name === undefined) return { fields, faults: [...faults, unknown] };

  const isRepeated = fields.some((earlier) => earlier.name === name);
  const repeated: PlanFault[] = isRepeated ? [{ code: 'course.field_repeated', field: label, ...place }] : [];
  return { fields: [...fields, { name, label, lines: [value], ...place }], faults: [...faults, ...repeated] };
}

function runOn({ fields, faults }: Gathered, line: string, place: PlanPlace): Gathered {
  const last = fields.at(-1);
  if (line === '' && last?.name !== 'homework') return { fields, faults };
  if (last?.name !== 'homework')
    return { fields, faults: [...faults, { code: 'course.text_after_picture', ...place }] };
  return { fields: [...fields.slice(0, -1), { ...last, lines: [...last.lines, line] }], faults };
}

function settle({ fields, faults }: Gathered, words: CoursePlanWords): LessonFields {
  const told = fields.map((field) => ({ field, text: textOf(field, words) }));
  return {
    values: Object.fromEntries(told.map(({ field, text }) => [field.name, text])),
    faults: [...faults, ...told.flatMap(({ field, text }) => valueFaults(field, text))],
  };
}

function textOf({ lines: [first = '', ...others] }: WrittenField, words: CoursePlanWords): string {
  const isMark = marksInHomework(words);
  return [first, ...others.map((line) => unescapeLine(line, isMark))].join('\n').trim();
}

function valueFaults({ name, label, line, column }: WrittenField, text: string): readonly PlanFault[] {
  if (text === '') return [{ code: 'course.field_empty', field: label, line, column }];
  if (name === 'homework' || isPictureName(text)) return [];
  return [{ code: 'course.picture_refused', given: text, line, column }];
}
