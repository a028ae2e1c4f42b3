/**
 * Takes over a list of orders from another system: first all of it is looked at, then it is written.
 *
 * An order is known by its number there, so the same list taken twice changes nothing; the same number for something else
 * is a fault. Nothing is written of a list with faults unless they are to be left out.
 */

import type { CourseId, MemberId, OrderId } from '../domain/ids.js';
import { instantOf } from '../domain/local-time.js';
import type { ListedOrder, OrderList } from '../domain/order-list.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import { fault, type RowFault } from '../domain/row-fault.js';
import { listCourses } from '../storage/courses.js';
import { findOrderNumbered, type KnownNumber, listMembersNamed } from '../storage/importable.js';
import { appendOrder } from '../storage/orders.js';
import { payOrder } from './orders.js';
import type { Work } from './work.js';

const NOON = 12 * 60;

export interface Importable extends ListedOrder {
  readonly memberId: MemberId;
  readonly courseId: CourseId;
}

export interface Examined {
  readonly fresh: readonly Importable[];
  /** Rows that are here already. */
  readonly known: number;
  /** In the order of the lines. */
  readonly faults: readonly RowFault[];
}

export async function examineOrders(work: Work, { orders, faults }: OrderList): Promise<Examined> {
  const courses = new Map((await listCourses(work.tx)).map(({ id, name }) => [name, id]));
  const fresh: Importable[] = [];
  const wrong: RowFault[] = [...faults];
  let known = 0;
  for (const order of orders) {
    const found = await resolve(work, order, courses.get(order.course));
    if (found === 'known') known += 1;
    else if (Array.isArray(found)) wrong.push(...found);
    else fresh.push(found);
  }
  return { fresh, known, faults: wrong.toSorted((a, b) => a.line - b.line) };
}

async function resolve(
  { tx, account }: Work,
  order: ListedOrder,
  courseId: CourseId | undefined,
): Promise<Importable | 'known' | RowFault[]> {
  const [memberId, other] = await listMembersNamed(tx, account.id, order.member);
  const faults: RowFault[] = [];
  if (courseId === undefined) faults.push(fault(order, 'course', 'unknown-course', order.course));
  if (memberId === undefined) faults.push(fault(order, 'member', 'unknown-member', order.member));
  if (other !== undefined) faults.push(fault(order, 'member', 'several-members', order.member));
  if (courseId === undefined || memberId === undefined || faults.length > 0) return faults;
  const found = { ...order, memberId, courseId };
  const before = await findOrderNumbered(tx, account.id, order.number);
  if (before === undefined) return found;
  return isSame(before, found) ? 'known' : [fault(order, 'number', 'number-taken', order.number)];
}

function isSame(before: KnownNumber, { memberId, courseId, kind, amount }: Importable): boolean {
  const { memberId: member, courseId: course } = before;
  return member === memberId && course === courseId && before.kind === kind && before.amount === amount;
}

/** Returns the orders. They count from the day on which they were paid. */
export async function importOrders(work: Work, orders: readonly Importable[], by: MemberId | null): Promise<OrderId[]> {
  const { tx, now, account } = work;
  const ids: OrderId[] = [];
  for (const { memberId, courseId, kind, amount, day, number, note } of orders) {
    const at = Math.min(now, instantOf(day, NOON, DEFAULT_SETTINGS.zone));
    const draft = {
      memberId,
      courseId,
      roomId: null,
      kind,
      amount,
      credit: 0,
      source: 'import',
      number,
      note,
      by,
    } as const;
    const id = await appendOrder(tx, account.id, draft, now);
    // Another process was faster.
    if (id === undefined) continue;
    await payOrder(work, id, { day, at, by, transactionId: null });
    ids.push(id);
  }
  return ids;
}
