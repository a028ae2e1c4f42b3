/** What can be wrong with a written course plan. Every fault says where; all of them are told at once. */

/** Both count from 1; columns count characters (code points), tabs as one. */
export interface PlanPlace {
  readonly line: number;
  readonly column: number;
}

export type FieldName = 'homework' | 'picture';

interface WithLimit {
  readonly length: number;
  readonly limit: number;
}

export type PlanComplaint =
  | ({ readonly code: 'course.plan_too_long' } & WithLimit)
  | { readonly code: 'course.title_missing' }
  | { readonly code: 'course.title_repeated' }
  | ({ readonly code: 'course.title_too_long' } & WithLimit)
  | { readonly code: 'course.text_before_lessons' }
  | { readonly code: 'course.lessons_missing' }
  | { readonly code: 'course.too_many_lessons'; readonly count: number; readonly limit: number }
  | { readonly code: 'course.day_missing'; readonly heading: string }
  | { readonly code: 'course.day_out_of_range'; readonly day: number; readonly min: number; readonly max: number }
  | { readonly code: 'course.day_repeated'; readonly day: number; readonly firstLine: number }
  | { readonly code: 'course.day_out_of_order'; readonly day: number; readonly previous: number }
  | { readonly code: 'course.task_missing' }
  | ({ readonly code: 'course.lesson_too_long' } & WithLimit)
  | { readonly code: 'course.field_unknown'; readonly field: string }
  | { readonly code: 'course.field_repeated'; readonly field: string }
  | { readonly code: 'course.field_empty'; readonly field: string }
  | { readonly code: 'course.picture_refused'; readonly given: string }
  | { readonly code: 'course.text_after_picture' };

export type PlanFault = PlanPlace & PlanComplaint;
export type PlanFaultCode = PlanFault['code'];

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly faults: readonly PlanFault[] };

export function inReadingOrder(faults: readonly PlanFault[]): readonly PlanFault[] {
  return faults.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
