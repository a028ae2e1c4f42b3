/**
 * Five hundred members want fifty mugs at once: from two processes on PostgreSQL, from one on SQLite, and killed again
 * and again in the middle of it. A random test prints its seed.
 */

import { expect, test } from 'vitest';
import { describeDialects } from '../../support/dialects.js';
import { amount, minutes, randomOf, testSeed } from '../../support/faults/scale.js';
import { prepareRush, type Rush, type Scene, startRush, takeStock } from '../../support/gift-rush.js';
import { openTestDatabase } from '../../support/kit-bot.js';

const MEMBERS = 500;
const FEWER_MEMBERS = 120;
const STOCK = 50;
const ALL_GONE = { stock: 0, redeemed: STOCK, receivers: STOCK, wrong: 0, unmatched: [] };

describeDialects('a rush for a gift', (dialect) => {
  const processes = dialect.name === 'postgres' ? 2 : 1;

  async function prepare(members: number, stock: number) {
    const url = await dialect.freshUrl();
    const database = await openTestDatabase(url);
    const scene = await prepareRush(database, members, stock);
    // On SQLite a database is one process's.
    if (dialect.name === 'sqlite') await database.close();
    const look = async () => {
      const reader = dialect.name === 'sqlite' ? await openTestDatabase(url) : database;
      const found = await takeStock(reader);
      if (reader !== database) await reader.close();
      return found;
    };
    return { url, scene, look };
  }

  /** Every member asks in every process. */
  async function startAll(url: string, scene: Scene, random?: () => number): Promise<Rush[]> {
    const asking = Array.from({ length: processes }, () => ({
      ...scene,
      memberIds: shuffled(scene.memberIds, random),
    }));
    return Promise.all(asking.map((one) => startRush(url, one)));
  }

  test('exactly as many as there are, one each, and every point accounted for', { timeout: 60_000 }, async () => {
    const { url, scene, look } = await prepare(MEMBERS, STOCK);

    const rushes = await startAll(url, scene);
    await Promise.all(rushes.map(({ ended }) => ended));

    expect(await look()).toEqual(ALL_GONE);
    const told = rushes.flatMap((rush) => [...rush.told.values()]);
    expect(told).toHaveLength(MEMBERS * processes);
    expect(told.filter((outcome) => outcome === 'redeemed')).toHaveLength(STOCK);
  });

  test(
    'killed again and again, nothing is taken twice or paid without the other',
    { timeout: minutes(2, 20) },
    async () => {
      const seed = testSeed();
      const random = randomOf(seed);
      const { url, scene, look } = await prepare(FEWER_MEMBERS, STOCK);
      const acknowledged = new Set<number>();
      const note = ({ told }: Rush) => {
        for (const [id, outcome] of told) if (outcome === 'redeemed') acknowledged.add(id);
      };

      let [before, inTheMiddle] = [0, 0];

      for (let round = 0; round < amount(5, 100); round++) {
        const rushes = await startAll(url, scene, random);
        await Promise.all(
          rushes.map(async (rush) => {
            await Promise.race([rush.ended, rush.hasTold(1 + Math.floor(random() * 8))]);
            rush.kill();
            await rush.ended;
            note(rush);
          }),
        );
        const { wrong, unmatched, stock, redeemed, receivers } = await look();
        inTheMiddle += redeemed > before && redeemed < STOCK ? 1 : 0;
        before = redeemed;
        expect({ wrong, unmatched, all: (stock ?? 0) + redeemed, receivers }, `seed ${seed}, round ${round}`).toEqual({
          wrong: 0,
          unmatched: [],
          all: STOCK,
          receivers: redeemed,
        });
      }
      const last = await startAll(url, scene, random);
      await Promise.all(last.map(({ ended }) => ended));
      for (const rush of last) note(rush);

      expect(await look(), `seed ${seed}`).toEqual(ALL_GONE);
      expect(inTheMiddle, `seed ${seed}`).toBeGreaterThan(1);
      expect(acknowledged.size, `seed ${seed}`).toBeLessThanOrEqual(STOCK);
    },
  );

  test('dying before every single step leaves all of it or nothing', { timeout: minutes(1, 5) }, async () => {
    const { url, scene, look } = await prepare(1, 5);
    let deaths = 0;

    for (let at = 1; (await (await startRush(url, scene, at)).ended) === 'SIGKILL'; at++) {
      deaths += 1;
      const { redeemed, stock, wrong, unmatched } = await look();
      expect({ all: redeemed + (stock ?? 0), wrong, unmatched }, `death ${at}`).toEqual({
        all: 5,
        wrong: 0,
        unmatched: [],
      });
      expect(redeemed).toBeLessThanOrEqual(1);
    }

    expect(deaths).toBeGreaterThan(8);
    expect(await look()).toMatchObject({ redeemed: 1, stock: 4, receivers: 1 });
  });
});

function shuffled<T>(all: readonly T[], random: (() => number) | undefined): readonly T[] {
  if (!random) return all;
  return all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
