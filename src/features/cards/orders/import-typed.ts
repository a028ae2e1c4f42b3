/** A list of orders below the command, as it is copied from a table: tried alone, or written once it is confirmed. */

import * as copy from '../../../copy/zh-cn/order-import.js';
import { parseCsvTable } from '../../../domain/csv-table.js';
import { readOrderList } from '../../../domain/order-list.js';
import { examineOrders, importOrders } from '../../../kit/import-orders.js';
import { isPublic } from '../../../kit/public-place.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { OrderOrder } from '../order-argument.js';
import type { OrderWork } from '../order-work.js';

const MOST_ROWS = 100;

export async function importTyped(
  work: OrderWork,
  { mode, rows }: OrderOrder & { readonly do: 'import' },
): Promise<string> {
  const { today, chatRoom, changes, speaker, confirm } = work;
  if (isPublic(chatRoom)) throw new RefusedError({ code: 'order.in_public' });
  const table = parseCsvTable(rows);
  if (table.length < 2) return copy.importEmpty();
  if (table.length > MOST_ROWS + 1) return copy.importTooLong(MOST_ROWS);
  const { fresh, known, faults } = await examineOrders(work, readOrderList(table, copy.listWords, today));
  const isStopped = mode === 'dry-run' || (faults.length > 0 && mode !== 'skip-bad');
  if (isStopped || fresh.length === 0)
    return copy.importOutcome({ fresh: fresh.length, known, faults, written: false });
  const names = [...new Set(fresh.map(({ member }) => member))];
  await confirm({ what: copy.importing(fresh.length), people: names.length, names, money: true });
  const orders = await importOrders(work, fresh, speaker.id);
  changes.note({ orders });
  return copy.importOutcome({ fresh: orders.length, known, faults, written: true });
}
