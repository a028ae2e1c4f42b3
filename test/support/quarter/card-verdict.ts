/** Cards and orders as the books of people have them, against the bot's. */

import { tally } from '../faults/tally.js';
import type { Cover, Kind } from './card-strip.js';
import { differences } from './difference.js';
import type { Quarter } from './quarter.js';
import type { CardRow, OrderRow, QuarterRecords } from './record-rows.js';

const KINDS: Readonly<Record<string, Kind>> = {
  day: '日卡',
  week: '周卡',
  month: '月卡',
  quarter: '季卡',
  year: '年卡',
  lifetime: '终身卡',
};

export function cardFaults({ cards }: Quarter, records: QuarterRecords): string[] {
  const covers = cards.keys().map((key) => [key, cards.coverOf(key)] as const);
  const wanted = new Map(covers.flatMap(([key, cover]) => (cover ? [[key, coverLine(cover)]] : [])));
  return differences('the card', wanted, new Map(records.cards.map((row) => [row.key, rowLine(row)])));
}

function coverLine({ kind, from, through, frozenOn }: Cover): string {
  return [kind, from, through, frozenOn].join();
}

function rowLine({ kind, from, through, frozen }: CardRow): string {
  return [KINDS[kind], from, through, frozen].join();
}

/** Each sale is one order, with its sum and what became of it. */
export function orderFaults({ orders }: Quarter, records: QuarterRecords): string[] {
  const wanted = tally(orders.all().map(({ kind, ...sale }) => orderLine(sale, kind)));
  const found = tally(records.orders.map((row) => orderLine(row, KINDS[row.kind])));
  const text = (counts: ReadonlyMap<string, number>) => new Map([...counts].map(([key, count]) => [key, `${count}×`]));
  return differences('the number', text(wanted), text(found));
}

function orderLine(
  { key, amount, credit, refunded, state, source }: Omit<OrderRow, 'kind'>,
  kind: Kind | undefined,
): string {
  return [key, kind, amount, credit, refunded, state, source].join();
}
