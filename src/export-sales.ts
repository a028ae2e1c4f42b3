/** What was paid for, and what it brought. Amounts are kept in fen and shown in yuan. */

import { cardName, changeName, orderSource, orderState } from './copy/zh-cn/cards.js';
import * as copy from './copy/zh-cn/export-lifecycle.js';
import { yesOrNo } from './copy/zh-cn/export.js';
import { formatYuan } from './copy/zh-cn/money.js';
import { DEFAULT_SETTINGS } from './domain/room.js';
import { dayCell, type Table, table, timeCell } from './export-table.js';
import type { Tx } from './storage/database.js';
import { pageCardEvents, pageCards, pageEntitlements, pageOrders } from './storage/export-sales-rows.js';

/** Of what belongs to no room. */
const { zone } = DEFAULT_SETTINGS;

export function salesTables(tx: Tx): readonly Table[] {
  return [ordersTable(tx), cardsTable(tx), cardEventsTable(tx), entitlementsTable(tx)];
}

function ordersTable(tx: Tx): Table {
  return table('orders.csv', copy.orders, pageOrders(tx), (row) => ({
    ...row,
    kind: cardName(row.kind),
    amount: formatYuan(row.amount),
    credit: formatYuan(row.credit),
    refunded: formatYuan(row.refunded),
    state: orderState(row.state),
    source: orderSource(row.source),
    createdAt: timeCell(row.createdAt, row.zone),
    paidAt: timeCell(row.paidAt, row.zone),
    refundedAt: timeCell(row.refundedAt, row.zone),
  }));
}

function cardsTable(tx: Tx): Table {
  return table('cards.csv', copy.cards, pageCards(tx), (row) => ({
    ...row,
    kind: cardName(row.kind),
    from: dayCell(row.from),
    through: dayCell(row.through),
    frozenOn: dayCell(row.frozenOn),
    lapsed: yesOrNo(row.lapsed === 1),
  }));
}

function cardEventsTable(tx: Tx): Table {
  return table('card_events.csv', copy.cardEvents, pageCardEvents(tx), (row) => ({
    ...row,
    type: changeName(row.type),
    day: dayCell(row.day),
    kind: row.kind === null ? null : cardName(row.kind),
    at: timeCell(row.at, zone),
  }));
}

function entitlementsTable(tx: Tx): Table {
  return table('entitlements.csv', copy.entitlements, pageEntitlements(tx), (row) => ({
    ...row,
    grantedAt: timeCell(row.grantedAt, zone),
    revokedAt: timeCell(row.revokedAt, zone),
  }));
}
