/** What a command is about to change, noted so that it can be told, explained and undone. */

import type { ColumnOf, RowKey, WatchedTable } from '../storage/row-images.js';

export type { Impact } from '../domain/confirmation.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

export interface Changes {
  /**
   * Keeps the rows with this key as they are, before they are written; that there is none is kept too. Call it before the
   * first write, and for rows that others refer to first. `columns`: those that the command writes, where others of the
   * row go on changing by themselves.
   */
  watch<T extends WatchedTable>(table: T, key: RowKey<T>, columns?: readonly ColumnOf<T>[]): Promise<void>;
  /** Keeps for `undo`, and for the log, what rows alone do not hold: a ledger, a chain, what left. Once for each run. */
  note(noted: Json): void;
}
