/** Processes that rush for a gift, which may be killed at any moment, and what the database says afterwards. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import type { AccountId, MemberId, RoomId } from '../../src/domain/ids.js';
import type { LocalDay } from '../../src/domain/local-day.js';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Database } from '../../src/storage/database.js';
import { appendGift } from '../../src/storage/gifts.js';
import { findOrAddRoom } from '../../src/storage/seen-rooms.js';
import { bundleProgram } from './faults/bot-program.js';
import { programFolder } from './program-folder.js';

export interface Scene {
  readonly accountId: AccountId;
  readonly roomId: RoomId;
  readonly memberIds: readonly MemberId[];
}

export interface RushOrder extends Scene {
  readonly url: string;
  readonly now: number;
  readonly today: LocalDay;
  /** Dies before this await of the database, counted from when the members begin to ask. */
  readonly dieAt?: number;
}

const NOW = Date.parse('2026-03-02T09:00:00+08:00');
const TODAY = 20_514 as LocalDay;
export const PRICE = 30;
export const PURSE = 100;

/** A room of members with a hundred points each, and a gift that each of them may have once. */
export async function prepareRush(database: Database, members: number, stock: number): Promise<Scene> {
  return database.transaction(async (tx) => {
    const { id: accountId } = await findOrAddAccount(tx, 'rush', NOW);
    const { id: roomId } = await findOrAddRoom(tx, accountId, { platformId: 'rush@chatroom', topic: 'Rush' });
    const named = Array.from({ length: members }, (_, index) => ({ name: `Member ${index}`, created_at: NOW }));
    const rows = await tx.insertInto('member').values(named).returning('id').execute();
    const memberIds = rows.map(({ id }) => id);
    const seats = memberIds.map((id) => ({ room_id: roomId, member_id: id, name: `Member ${id}`, joined_at: NOW }));
    await tx.insertInto('membership').values(seats).execute();
    const purse = { room_id: roomId, amount: PURSE, balance: PURSE, reason: 'grant', day: TODAY, at: NOW } as const;
    await tx
      .insertInto('points_entry')
      .values(memberIds.map((id) => ({ ...purse, member_id: id, ref: 'purse' })))
      .execute();
    await sql`update membership set points = ${PURSE}, last_entry_id =
      (select id from points_entry where points_entry.member_id = membership.member_id)`.execute(tx);
    const terms = { name: 'Mug', price: PRICE, stock, limit: 1, needsAddress: false, batchId: null };
    await appendGift(tx, accountId, { roomId, ...terms }, NOW);
    return { accountId, roomId, memberIds };
  });
}

export interface Rush {
  /** What each member was told, so far; some may have been told nothing. */
  readonly told: ReadonlyMap<number, string>;
  /** Resolves to the signal that killed it, or null when it ended by itself. Rejects when it failed. */
  readonly ended: Promise<NodeJS.Signals | null>;
  /** Resolves when so many members have been told something. */
  hasTold(count: number): Promise<void>;
  kill(): void;
}

const programs = new Map<string, Promise<string>>();

/** Made once for each that rushes. */
function programOf(child: URL): Promise<string> {
  const known = programs.get(child.href);
  if (known) return known;
  const made = bundleProgram(fileURLToPath(child), programFolder());
  programs.set(child.href, made);
  return made;
}

/** `child`: the program of those who rush. */
export async function startRush(
  url: string,
  scene: Scene,
  dieAt?: number,
  child = new URL('gift-rush-child.ts', import.meta.url),
): Promise<Rush> {
  const order: RushOrder = { url, now: NOW, today: TODAY, ...scene, ...(dieAt !== undefined && { dieAt }) };
  const running = spawn(process.execPath, [await programOf(child), JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told = new Map<number, string>();
  let rest = '';
  running.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const [id, outcome = ''] of lines.map((line) => line.split(' '))) told.set(Number(id), outcome);
    running.emit('told');
  });
  const ended = once(running, 'close').then(([code, signal]) => {
    if (code !== null && code !== 0) throw new Error(`The rush ended with ${String(code)}.`);
    return signal as NodeJS.Signals | null;
  });
  const hasTold = async (count: number) => {
    while (told.size < count) await once(running, 'told');
  };
  return { told, ended, hasTold, kill: () => void running.kill('SIGKILL') };
}

/** Everything that must hold together, however it came about. */
export async function takeStock(database: Database) {
  return database.transaction(async (tx) => {
    const redemptions = await tx.selectFrom('redemption').select(['id', 'member_id', 'price']).execute();
    const entries = await tx.selectFrom('points_entry').select(['member_id', 'amount', 'reason', 'ref']).execute();
    const members = await tx.selectFrom('membership').select(['member_id', 'points']).execute();
    const { stock } = await tx.selectFrom('gift').select('stock').executeTakeFirstOrThrow();
    const sumOf = (id: MemberId) =>
      entries.filter((one) => one.member_id === id).reduce((sum, one) => sum + one.amount, 0);
    const paidFor = entries.filter(({ reason }) => reason === 'redeem').map(({ ref }) => ref);
    return {
      stock,
      redeemed: redemptions.length,
      receivers: new Set(redemptions.map((one) => one.member_id)).size,
      /** Members whose balance is not the sum of their ledger, or not what is left of their purse. */
      wrong: members.filter(({ member_id, points }) => {
        const spent = redemptions.filter((one) => one.member_id === member_id).length * PRICE;
        return points !== sumOf(member_id) || points !== PURSE - spent;
      }).length,
      /** Redemptions without their entry, and entries without their redemption. */
      unmatched: symmetricDifference(
        redemptions.map(({ id }) => `redemption:${id}`),
        paidFor.map((ref) => ref ?? ''),
      ),
    };
  });
}

function symmetricDifference(one: readonly string[], other: readonly string[]): readonly string[] {
  return [...one.filter((each) => !other.includes(each)), ...other.filter((each) => !one.includes(each))];
}
