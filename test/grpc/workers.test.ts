/** Two accounts and two workers on one PostgreSQL, each bot a process of its own over wechaty's gRPC. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { findOrAddAccount } from '../../src/storage/accounts.js';
import type { Database } from '../../src/storage/database.js';
import { saveAccountPuppet } from '../../src/storage/worker-accounts.js';
import { BotProcess } from '../support/bot-process.js';
import { readRows } from '../support/bot-records.js';
import { describePostgres } from '../support/dialects.js';
import { GrpcWeChatProcess } from '../support/grpc-wechat-process.js';
import { openTestDatabase } from '../support/kit-bot.js';

const WORKER = new URL('../../scripts/worker.ts', import.meta.url).pathname;
const TIMEOUT_MS = 240_000;
const LONG_MS = 90_000;
const TOKEN = 'WECHATY_PUPPET_SERVICE_TOKEN';

interface Held {
  readonly name: string;
  readonly owner: string | null;
  readonly fence: number;
  readonly bot: string | null;
}

function held(url: string): Promise<Held[]> {
  return readRows<Held>(url, 'select name, lease_owner as owner, fence, bot_name as bot from account order by name');
}

/** As when all workers but one have given no sign for long. */
async function forgetSigns(database: Database, alive: string | null | undefined): Promise<void> {
  await database.transaction(async (tx) => {
    await sql`update account set lease_until = 0 where lease_owner <> ${alive}`.execute(tx);
    await sql`update worker set seen_at = 0 where id <> ${alive}`.execute(tx);
  });
}

async function addAccount(database: Database, name: string): Promise<Readonly<Record<string, string>>> {
  const wechat = await GrpcWeChatProcess.start();
  onTestFinished(() => wechat.stop());
  const { WECHATY_PUPPET: puppet = '', [TOKEN]: token = '', ...rest } = wechat.environment;
  const mine = `TOKEN_OF_${name.toUpperCase()}`;
  const plain = Object.entries(rest).map(([variable, value]) => [variable, { value }] as const);
  await database.transaction(async (tx) => {
    const { id } = await findOrAddAccount(tx, name, 0);
    await saveAccountPuppet(tx, id, {
      name: puppet,
      options: { ...Object.fromEntries(plain), [TOKEN]: { from: mine } },
    });
  });
  return { [mine]: token };
}

describePostgres('workers', (dialect) => {
  test('share the accounts, and what a killed one ran goes on at the other', { timeout: TIMEOUT_MS }, async () => {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const tokens = { ...(await addAccount(database, 'left')), ...(await addAccount(database, 'right')) };
    const root = mkdtempSync(join(tmpdir(), 'zaoba-workers-'));
    const launch = (name: string): BotProcess => {
      const worker = new BotProcess(
        join(root, name),
        { ...tokens, DATABASE_URL: url, ZAOBA_PORT: '0', ZAOBA_PACING: 'simulated' },
        WORKER,
      );
      onTestFinished(() => worker.kill());
      return worker;
    };
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    const owners = async () => (await held(url)).map(({ owner }) => owner);

    const first = launch('first');
    await first.eventually(
      'both are logged in',
      async () => (await held(url)).every(({ bot }) => bot !== null),
      LONG_MS,
    );
    const [alone] = await owners();
    expect(await owners()).toEqual([alone, alone]);

    const second = launch('second');
    await second.eventually(
      'they share',
      async () => {
        const now = await owners();
        return now.every((owner) => owner !== null) && new Set(now).size === 2;
      },
      LONG_MS,
    );
    const before = await held(url);
    await second.kill();
    await forgetSigns(database, alone);
    await first.eventually(
      'the first runs both again',
      async () => (await owners()).every((one) => one === alone),
      LONG_MS,
    );

    const after = await held(url);
    const moved = before.findIndex(({ owner }) => owner !== alone);
    expect(after[moved]?.fence).toBe(Number(before[moved]?.fence) + 1);
    expect(after[1 - moved]?.fence).toBe(before[1 - moved]?.fence);
    expect(first.logged(50)).toEqual([]);
    expect(await first.stop()).toMatchObject({ code: 0 });
    expect(await owners()).toEqual([null, null]);
  });

  test('on SQLite there is nothing to share, and it says so', { timeout: TIMEOUT_MS }, async () => {
    const home = mkdtempSync(join(tmpdir(), 'zaoba-worker-'));
    onTestFinished(() => rmSync(home, { recursive: true, force: true }));

    const worker = new BotProcess(home, { DATABASE_URL: 'file:zaoba.sqlite' }, WORKER);

    expect(await worker.exit).toEqual({ code: 1, signal: null });
    expect(worker.output).toContain('Workers share accounts on PostgreSQL alone.');
  });
});
