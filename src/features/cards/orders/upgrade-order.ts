/** A better card in the middle of one: the rest of what was paid is credited, and the new one runs from today. */

import * as copy from '../../../copy/zh-cn/cards.js';
import { type CardKind, compareKinds } from '../../../domain/card-kind.js';
import { type CardRun, isRunning } from '../../../domain/card-run.js';
import { type PaidFor, restOf } from '../../../domain/card-value.js';
import { runOf } from '../../../domain/member-card.js';
import { changeCard } from '../../../kit/cards.js';
import { payOrder } from '../../../kit/orders.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { listCardEvents, type LoggedEvent } from '../../../storage/card-events.js';
import { revokeEntitlements } from '../../../storage/entitlements.js';
import type { CardKey } from '../../../storage/member-cards.js';
import { appendOrder } from '../../../storage/orders.js';
import { listPaidAmounts } from '../../../storage/shown-orders.js';
import { confirmMoney, courseOf, draftOf, type OrderWork, sourceOf } from '../order-work.js';
import type { Sale } from '../sale-argument.js';
import { sayRecorded } from './record-order.js';

/** `price`: of the new card, in fen; what is paid is that less the rest of the former one. */
export async function upgradeOrder(work: OrderWork, sale: Sale, price: number): Promise<string> {
  const { tx, now, account, changes } = work;
  const { to, kind } = sale;
  const course = await courseOf(work, sale, copy.examples.upgrade);
  const key = { memberId: to.id, courseId: course.id };
  const credit = await creditFor(work, key, sale, price);
  const amount = price - credit;
  await confirmMoney(work, { what: copy.upgrading(course.name, kind, amount), name: to.name, amount: price, kind });
  const id = await appendOrder(tx, account.id, { ...draftOf(work, sale, course, amount), credit }, now);
  if (id === undefined) throw new Error('An order without a number is never there already.');
  await changeCard(tx, key, { type: 'ended' }, { ...sourceOf(work), orderId: id });
  const revoked = await revokeEntitlements(tx, key, now);
  const paid = await payOrder(work, id, { ...sourceOf(work), transactionId: null });
  changes.note({ orders: [id], revoked });
  return sayRecorded(work, { sale, course, paid });
}

async function creditFor({ tx, today }: OrderWork, key: CardKey, { to, kind }: Sale, price: number): Promise<number> {
  const events = await listCardEvents(tx, key);
  const run = runOf(events);
  if (run === undefined || !isRunning(run, today)) throw new RefusedError({ code: 'card.none', name: to.name });
  if (compareKinds(kind, run.kind) <= 0) throw notAnUpgrade(run, kind);
  const rest = restOf(run, today, paidFor(events, await listPaidAmounts(tx, key.memberId)));
  if (rest === undefined) throw notAnUpgrade(run, kind);
  if (rest > price) throw new RefusedError({ code: 'card.rest_exceeds', rest, price });
  return rest;
}

function notAnUpgrade({ kind: from }: CardRun, to: CardKind): RefusedError {
  return new RefusedError({ code: 'card.not_an_upgrade', from, to });
}

function paidFor(events: readonly LoggedEvent[], amounts: Awaited<ReturnType<typeof listPaidAmounts>>): PaidFor {
  return new Map(
    events.flatMap(({ id, type, orderId }) =>
      type === 'bought' && orderId !== null ? [[id, amounts.get(orderId) ?? 0] as const] : [],
    ),
  );
}
