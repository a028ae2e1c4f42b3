/** What the connections to PostgreSQL agree with the system and with the server. */

import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describePostgres } from '../support/dialects.js';
import { openTestDatabase } from '../support/kit-bot.js';

const ESTABLISHED = '01';
const ASKS_FOR_LIFE = '02';

/** The timers that Linux keeps for the connection that a process on this machine has from `port`. */
function timersOf(port: number): string[] {
  const lines = readFileSync('/proc/net/tcp', 'utf8').split('\n').slice(1);
  const connections = lines.map((line) => line.trim().split(/[\s:]+/));
  // Number, local address and port, remote address and port, state, two queues, timer.
  return connections
    .filter(([, , local, , , state]) => Number.parseInt(local ?? '', 16) === port && state === ESTABLISHED)
    .map((fields) => fields[8] ?? '');
}

describePostgres('a connection', (dialect) => {
  test('asks a silent server for a sign of life, and loses a transaction that is silent itself', async () => {
    const database = await openTestDatabase(await dialect.freshUrl());

    const { rows } = await database.transaction((tx) =>
      sql<{ port: number; silence: string }>`
        select inet_client_port() as port, current_setting('idle_in_transaction_session_timeout') as silence
      `.execute(tx),
    );

    expect(rows[0]?.silence).toBe('30s');
    expect(timersOf(rows[0]?.port ?? 0)).toEqual([ASKS_FOR_LIFE]);
  });
});
