/**
 * Five hundred members want fifty of a flash sale at once: from two processes on PostgreSQL, from one on SQLite, and killed
 * again and again in the middle of it. A random test prints its seed.
 */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { amount, minutes, randomOf, testSeed } from '../../support/faults/scale.js';
import type { Rush, Scene } from '../../support/gift-rush.js';
import { openTestDatabase } from '../../support/kit-bot.js';
import { allSold, prepareSale, startSaleRush, takeSaleStock } from '../../support/sale-rush.js';

const MEMBERS = 500;
const FEWER_MEMBERS = 120;
const STOCK = 50;

describeDialects('a rush for a flash sale', (dialect) => {
  const processes = dialect.name === 'postgres' ? 2 : 1;

  async function prepare(members: number, stock: number) {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const scene = await prepareSale(database, members, stock);
    // On SQLite a database is one process's.
    if (dialect.name === 'sqlite') await database.close();
    const look = async () => {
      const reader = dialect.name === 'sqlite' ? await openTestDatabase(url) : database;
      const found = await takeSaleStock(reader);
      if (reader !== database) await reader.close();
      return found;
    };
    return { url, scene, look };
  }

  /** Every member asks in every process. */
  async function startAll(url: string, scene: Scene): Promise<Rush[]> {
    return Promise.all(Array.from({ length: processes }, () => startSaleRush(url, scene)));
  }

  test('exactly as many as there are, one each, and every point accounted for', { timeout: 60_000 }, async () => {
    const { url, scene, look } = await prepare(MEMBERS, STOCK);

    const rushes = await startAll(url, scene);
    await Promise.all(rushes.map(({ ended }) => ended));

    expect(await look()).toEqual(allSold(STOCK));
    const told = rushes.flatMap((rush) => [...rush.told.values()]);
    expect(told).toHaveLength(MEMBERS * processes);
    expect(told.filter((outcome) => outcome === 'bought')).toHaveLength(STOCK);
  });

  test('killed again and again, nothing is sold twice or paid without it', { timeout: minutes(2, 20) }, async () => {
    const seed = testSeed();
    const random = randomOf(seed);
    const { url, scene, look } = await prepare(FEWER_MEMBERS, STOCK);
    for (let round = 0; round < amount(5, 100); round++) {
      await Promise.all(
        (await startAll(url, scene)).map(async (rush) => {
          await Promise.race([rush.ended, rush.hasTold(1 + Math.floor(random() * 8))]);
          rush.kill();
          await rush.ended;
        }),
      );
      const { sold, orders, buyers, paid, payers, wrong } = await look();
      expect({ orders, buyers, paid, payers, wrong }, `seed ${seed}, round ${round}`).toEqual({
        orders: sold,
        buyers: sold,
        paid: sold,
        payers: sold,
        wrong: 0,
      });
    }
    await Promise.all((await startAll(url, scene)).map(({ ended }) => ended));

    expect(await look(), `seed ${seed}`).toEqual(allSold(STOCK));
  });

  test('dying before every single step leaves all of it or nothing', { timeout: minutes(1, 5) }, async () => {
    const { url, scene, look } = await prepare(1, 5);
    let deaths = 0;

    for (let at = 1; (await (await startSaleRush(url, scene, at)).ended) === 'SIGKILL'; at++) {
      deaths += 1;
      const { sold, orders, paid, wrong } = await look();
      expect({ orders, paid, wrong }, `death ${at}`).toEqual({ orders: sold, paid: sold, wrong: 0 });
      expect(sold).toBeLessThanOrEqual(1);
    }

    expect(deaths).toBeGreaterThan(5);
    expect(await look()).toMatchObject({ sold: 1, orders: 1, buyers: 1 });
  });
});
