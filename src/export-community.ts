/** Writes a community as CSV files that open in Excel: all of one moment, times in each room's own zone. */

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as copy from './copy/zh-cn/export.js';
import { pointsReason } from './copy/zh-cn/points.js';
import { kindNames } from './copy/zh-cn/posts.js';
import { roleName } from './copy/zh-cn/roles.js';
import { localDayOf } from './domain/local-time.js';
import { currentStreak } from './domain/streak.js';
import { conductTables } from './export-conduct.js';
import { memberTables } from './export-members.js';
import { questionTables } from './export-questions.js';
import { rewardTables } from './export-rewards.js';
import { salesTables } from './export-sales.js';
import { dayCell, type Table, table, timeCell } from './export-table.js';
import { writeCsvFile } from './kit/csv-file.js';
import type { Database, Tx } from './storage/database.js';
import {
  pageCheckIns,
  pageMemberships,
  pagePoints,
  pagePosts,
  pageRooms,
  readOneMoment,
} from './storage/export-rows.js';

export interface ExportedFile {
  readonly name: string;
  readonly rows: number;
}

/** `now` is for streaks, which end when a day has passed. Files that are there already are replaced. */
export async function exportCommunity(database: Database, folder: string, now: number): Promise<ExportedFile[]> {
  await makeFolder(folder);
  return database.transaction(async (tx) => {
    await readOneMoment(tx, database.dialect);
    const files: ExportedFile[] = [];
    for (const { name, headings, pages } of tablesOf(tx, now)) {
      files.push({ name, rows: await writeCsvFile(join(folder, name), headings, pages) });
    }
    return files;
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!isFileInTheWay(error)) throw error;
    throw new Error(`${folder} is a file. Name a directory.`, { cause: error });
  }
}

function isFileInTheWay(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOTDIR');
}

function tablesOf(tx: Tx, now: number): readonly Table[] {
  return [
    roomsTable(tx),
    membersTable(tx, now),
    checkInsTable(tx),
    pointsTable(tx),
    postsTable(tx),
    ...rewardTables(tx),
    ...salesTables(tx),
    ...memberTables(tx),
    ...conductTables(tx),
    ...questionTables(tx),
  ];
}

function roomsTable(tx: Tx): Table {
  return table('rooms.csv', copy.rooms, pageRooms(tx), ({ id, startDay, pausedUntil, registeredAt, ...row }) => ({
    ...row,
    roomId: id,
    kind: copy.roomKind(row.kind),
    startDay: dayCell(startDay),
    pausedUntil: dayCell(pausedUntil),
    registeredAt: timeCell(registeredAt, row.zone),
  }));
}

function membersTable(tx: Tx, now: number): Table {
  return table('members.csv', copy.members, pageMemberships(tx, now), (row) => ({
    ...row,
    role: roleName(row.role),
    joinedAt: timeCell(row.joinedAt, row.zone),
    leftAt: timeCell(row.leftAt, row.zone),
    streak: currentStreak(row, localDayOf(now, row.zone)),
    lastDay: dayCell(row.lastDay),
  }));
}

function checkInsTable(tx: Tx): Table {
  return table('check_ins.csv', copy.checkIns, pageCheckIns(tx), (row) => ({
    ...row,
    day: dayCell(row.day),
    at: timeCell(row.at, row.zone),
    evidence: copy.evidenceName(row.evidence),
  }));
}

function pointsTable(tx: Tx): Table {
  return table('points.csv', copy.points, pagePoints(tx), (row) => ({
    ...row,
    day: dayCell(row.day),
    at: timeCell(row.at, row.zone),
    reason: pointsReason(row.reason),
  }));
}

function postsTable(tx: Tx): Table {
  return table('posts.csv', copy.posts, pagePosts(tx), (row) => ({
    ...row,
    day: dayCell(row.day),
    kind: kindNames[row.kind],
    state: copy.stateName(row.state),
    reason: copy.stateReason(row.state, row.reason),
    plannedAt: timeCell(row.notBefore, row.zone),
    sentAt: timeCell(row.sentAt, row.zone),
    late: copy.yesOrNo(row.late),
  }));
}
