/** What was redeemed, and what red packets were recorded: without addresses and codes, which are their owners' alone. */

import * as copy from './copy/zh-cn/export.js';
import { stateName } from './copy/zh-cn/gifts.js';
import { formatYuan } from './copy/zh-cn/money.js';
import { type Table, table, timeCell } from './export-table.js';
import type { Tx } from './storage/database.js';
import { pageRedemptions, pageRedPackets } from './storage/export-reward-rows.js';

export function rewardTables(tx: Tx): readonly Table[] {
  return [redemptionsTable(tx), redPacketsTable(tx)];
}

function redemptionsTable(tx: Tx): Table {
  return table('redemptions.csv', copy.redemptions, pageRedemptions(tx), (row) => ({
    ...row,
    state: stateName(row.state),
    at: timeCell(row.at, row.zone),
    doneAt: timeCell(row.doneAt, row.zone),
  }));
}

function redPacketsTable(tx: Tx): Table {
  return table('red_packets.csv', copy.redPackets, pageRedPackets(tx), (row) => ({
    ...row,
    amount: formatYuan(row.amount),
    at: timeCell(row.at, row.zone),
  }));
}
