/** States written out in a query: an index over the rows in one state serves no query that binds the state as a value. */

import { type RawBuilder, sql } from 'kysely';
import type { OutboxState } from '../domain/outbox.js';

export function literally<State extends OutboxState>(state: State): RawBuilder<State> {
  return sql.lit(state);
}
