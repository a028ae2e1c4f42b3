/** How members went on: trials and moves, core users and moderators, rules that were broken, and what speaks for trust. */

import * as copy from './copy/zh-cn/export-lifecycle.js';
import { kindNames } from './copy/zh-cn/moderation-causes.js';
import { verdictName } from './copy/zh-cn/moderation.js';
import { powerName } from './copy/zh-cn/moderators.js';
import { moveCause, moveStateName } from './copy/zh-cn/moves.js';
import { outcomeName } from './copy/zh-cn/trials.js';
import { trustKind } from './copy/zh-cn/trust.js';
import { DEFAULT_SETTINGS } from './domain/room.js';
import { dayCell, type Table, table, timeCell } from './export-table.js';
import type { Tx } from './storage/database.js';
import {
  pageCoreUsers,
  pageModerators,
  pageMoves,
  pageOffences,
  pageTrials,
  pageTrustEvents,
} from './storage/export-conduct-rows.js';

/** Of what belongs to no room. */
const { zone } = DEFAULT_SETTINGS;

export function conductTables(tx: Tx): readonly Table[] {
  return [
    trialsTable(tx),
    movesTable(tx),
    coreUsersTable(tx),
    moderatorsTable(tx),
    offencesTable(tx),
    trustEventsTable(tx),
  ];
}

function trialsTable(tx: Tx): Table {
  return table('trials.csv', copy.trials, pageTrials(tx), (row) => ({
    ...row,
    beganDay: dayCell(row.beganDay),
    firstDay: dayCell(row.firstDay),
    state: copy.trialState(row.state),
    outcome: row.outcome === null ? null : outcomeName(row.outcome),
    endedAt: timeCell(row.endedAt, row.zone),
  }));
}

function movesTable(tx: Tx): Table {
  return table('moves.csv', copy.moves, pageMoves(tx), (row) => ({
    ...row,
    way: copy.wayName(row.way),
    cause: moveCause(row.cause),
    state: moveStateName(row.state),
    begunAt: timeCell(row.begunAt, zone),
    endedAt: timeCell(row.endedAt, zone),
  }));
}

function coreUsersTable(tx: Tx): Table {
  return table('core_users.csv', copy.coreUsers, pageCoreUsers(tx), (row) => ({
    ...row,
    state: copy.coreState(row.state),
    at: timeCell(row.at, zone),
    since: timeCell(row.since, zone),
  }));
}

function moderatorsTable(tx: Tx): Table {
  return table('moderators.csv', copy.moderators, pageModerators(tx), (row) => ({
    ...row,
    power: row.power === null ? null : powerName(row.power),
    grantedAt: timeCell(row.grantedAt, row.zone),
    until: timeCell(row.until, row.zone),
  }));
}

function offencesTable(tx: Tx): Table {
  return table('offences.csv', copy.offences, pageOffences(tx), (row) => ({
    ...row,
    at: timeCell(row.at, row.zone),
    kind: kindNames[row.kind],
    verdict: verdictName(row.verdict),
    appealedAt: timeCell(row.appealedAt, row.zone),
    appealDeniedAt: timeCell(row.appealDeniedAt, row.zone),
    voidedAt: timeCell(row.voidedAt, row.zone),
    voidReason: copy.voidReason(row.voidReason),
  }));
}

function trustEventsTable(tx: Tx): Table {
  return table('trust_events.csv', copy.trustEvents, pageTrustEvents(tx), (row) => ({
    ...row,
    kind: trustKind(row.kind),
    at: timeCell(row.at, zone),
  }));
}
