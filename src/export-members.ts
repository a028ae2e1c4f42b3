/** Where members came from and whom they brought, what they are tagged with, and their tiers. */

import * as copy from './copy/zh-cn/export-lifecycle.js';
import { voidName } from './copy/zh-cn/referrals.js';
import { sourceHow } from './copy/zh-cn/sources.js';
import { tagCause } from './copy/zh-cn/tags.js';
import { tierCause, tierName } from './copy/zh-cn/tiers.js';
import { DEFAULT_SETTINGS } from './domain/room.js';
import { dayCell, type Table, table, timeCell } from './export-table.js';
import type { Tx } from './storage/database.js';
import {
  pageReferrals,
  pageSources,
  pageTagChanges,
  pageTags,
  pageTierChanges,
  pageTiers,
} from './storage/export-member-rows.js';

/** Of what belongs to no room. */
const { zone } = DEFAULT_SETTINGS;

export function memberTables(tx: Tx): readonly Table[] {
  return [
    sourcesTable(tx),
    referralsTable(tx),
    tagsTable(tx),
    tagChangesTable(tx),
    tiersTable(tx),
    tierChangesTable(tx),
  ];
}

function sourcesTable(tx: Tx): Table {
  return table('sources.csv', copy.sources, pageSources(tx), (row) => ({
    ...row,
    kind: sourceHow(row.kind),
    since: timeCell(row.since, row.zone),
  }));
}

function referralsTable(tx: Tx): Table {
  return table('referrals.csv', copy.referrals, pageReferrals(tx), (row) => ({
    ...row,
    saidAt: timeCell(row.saidAt, row.zone),
    state: copy.referralState(row.state),
    reason: voidName(row.reason),
    earnedDay: dayCell(row.earnedDay),
  }));
}

function tagsTable(tx: Tx): Table {
  return table('tags.csv', copy.tags, pageTags(tx), (row) => ({
    ...row,
    source: tagCause(row.source),
    since: timeCell(row.since, zone),
    expires: timeCell(row.expires, zone),
    removedAt: timeCell(row.removedAt, zone),
    removedBy: row.removedBy === null ? null : tagCause(row.removedBy),
  }));
}

function tagChangesTable(tx: Tx): Table {
  return table('tag_changes.csv', copy.tagChanges, pageTagChanges(tx), (row) => ({
    ...row,
    change: copy.tagChange(row.change),
    source: tagCause(row.source),
    at: timeCell(row.at, zone),
  }));
}

function tiersTable(tx: Tx): Table {
  return table('tiers.csv', copy.tiers, pageTiers(tx), (row) => ({
    ...row,
    tier: tierName(row.tier),
    how: copy.tierHow(row.how),
    since: timeCell(row.since, zone),
    belowSince: dayCell(row.belowSince),
  }));
}

function tierChangesTable(tx: Tx): Table {
  return table('tier_changes.csv', copy.tierChanges, pageTierChanges(tx), (row) => ({
    ...row,
    from: tierName(row.from),
    to: tierName(row.to),
    how: tierCause(row.how),
    at: timeCell(row.at, zone),
  }));
}
