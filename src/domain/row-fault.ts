/** What is wrong in a list of orders, by line and column. */

export const ORDER_COLUMNS = ['member', 'course', 'kind', 'amount', 'day', 'number', 'note'] as const;
export type OrderColumn = (typeof ORDER_COLUMNS)[number];
export type RowCause =
  | 'missing'
  | 'no-column'
  | 'not-a-kind'
  | 'not-an-amount'
  | 'not-a-day'
  | 'day-ahead'
  | 'too-long'
  | 'twice-in-list'
  | 'unknown-course'
  | 'unknown-member'
  | 'several-members'
  | 'number-taken';

export interface RowFault {
  readonly line: number;
  readonly column: OrderColumn;
  readonly cause: RowCause;
  readonly given: string;
}

export function fault(
  { line }: { readonly line: number },
  column: OrderColumn,
  cause: RowCause,
  given: string,
): RowFault {
  return { line, column, cause, given };
}
