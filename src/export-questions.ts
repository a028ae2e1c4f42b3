/** What members asked and told the team, and what became of it. */

import * as copy from './copy/zh-cn/export-questions.js';
import { yesOrNo } from './copy/zh-cn/export.js';
import { stateName } from './copy/zh-cn/questions.js';
import { kindName, outcomeName } from './copy/zh-cn/tickets.js';
import { DEFAULT_SETTINGS } from './domain/room.js';
import { type Table, table, timeCell } from './export-table.js';
import type { Tx } from './storage/database.js';
import { pageQuestions, pageTickets } from './storage/export-question-rows.js';

/** Of what may belong to no room. */
const { zone } = DEFAULT_SETTINGS;

export function questionTables(tx: Tx): readonly Table[] {
  return [questionsTable(tx), ticketsTable(tx)];
}

function questionsTable(tx: Tx): Table {
  return table('questions.csv', copy.questions, pageQuestions(tx), (row) => ({
    ...row,
    askedAt: timeCell(row.askedAt, row.zone),
    state: stateName(row.state),
    closedAt: timeCell(row.closedAt, row.zone),
  }));
}

function ticketsTable(tx: Tx): Table {
  return table('tickets.csv', copy.tickets, pageTickets(tx), (row) => ({
    ...row,
    kind: kindName(row.kind),
    openedAt: timeCell(row.openedAt, zone),
    inPublic: yesOrNo(row.inPublic === 1),
    outcome: row.outcome === null ? null : outcomeName(row.outcome),
    closedAt: timeCell(row.closedAt, zone),
  }));
}
