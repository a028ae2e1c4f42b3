/** A worker whose bots end at once, again and again, or run well. */

import { expect, onTestFinished, test } from 'vitest';
import type { AccountId } from '../src/domain/ids.js';
import { systemClock } from '../src/ports/clock.js';
import { RestartPauses } from '../src/restart-pauses.js';
import { findOrAddAccount } from '../src/storage/accounts.js';
import { saveAccountPuppet } from '../src/storage/worker-accounts.js';
import { Supervisor } from '../src/supervisor.js';
import { describePostgres } from './support/dialects.js';
import { openTestDatabase } from './support/kit-bot.js';
import { ManualClock } from './support/manual-clock.js';
import { quietLog } from './support/quiet-log.js';
import { until } from './support/until.js';

const SECOND = 1_000;
const ONE = 1 as AccountId;
const TWO = 2 as AccountId;

test('a bot that ends at once waits a second, then twice as long each time, and a minute at most', () => {
  const clock = new ManualClock('2026-03-02T09:00:00+08:00');
  const pauses = new RestartPauses(clock);
  const waits: number[] = [];

  for (let end = 0; end < 9; end++) {
    pauses.noteBegun(ONE);
    clock.advance(100);
    waits.push(pauses.noteEnded(ONE) / SECOND);
    expect([pauses.isOver(ONE), pauses.isOver(TWO)]).toEqual([false, true]);
    clock.advance(pauses.next());
    expect([pauses.isOver(ONE), pauses.next()]).toEqual([true, Infinity]);
  }

  expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
});

test('a minute of running makes its next pause a second again', () => {
  const clock = new ManualClock('2026-03-02T09:00:00+08:00');
  const pauses = new RestartPauses(clock);
  const endAfter = (ran: number): number => {
    pauses.noteBegun(ONE);
    clock.advance(ran);
    return pauses.noteEnded(ONE) / SECOND;
  };

  expect([endAfter(0), endAfter(59 * SECOND), endAfter(60 * SECOND), endAfter(0)]).toEqual([1, 2, 1, 2]);
});

describePostgres('a worker', (dialect) => {
  /** Of bots that end at once until the `lasting`th, which stays. */
  async function startWorker(lasting: number) {
    const database = await openTestDatabase(await dialect.freshUrl());
    await database.transaction(async (tx) => {
      const { id } = await findOrAddAccount(tx, 'one', 0);
      await saveAccountPuppet(tx, id, { name: 'wechaty-puppet-service', options: {} });
    });
    const begins: number[] = [];
    const { log, lines } = quietLog();
    const supervisor = new Supervisor({
      database,
      id: 'worker',
      most: 4,
      environment: {},
      clock: systemClock,
      log,
      begin() {
        begins.push(performance.now());
        let stop = (): void => {};
        const asked = new Promise<void>((resolve) => (stop = resolve));
        return { ended: begins.length < lasting ? Promise.resolve() : asked, stop };
      },
    });
    onTestFinished(() => supervisor.stop());
    supervisor.start();
    return { begins, lines };
  }

  test('begins a bot that ends at once less and less often, and says so', async () => {
    const { begins, lines } = await startWorker(3);

    await until('it has begun three times', () => begins.length === 3);

    const [first = 0, second = 0, third = 0] = begins;
    expect(second - first).toBeGreaterThanOrEqual(SECOND);
    expect(third - second).toBeGreaterThanOrEqual(2 * SECOND);
    expect(third - first).toBeLessThan(6 * SECOND);
    expect(lines(40)).toMatchObject([{ waitMs: SECOND }, { waitMs: 2 * SECOND }]);
  });
});
