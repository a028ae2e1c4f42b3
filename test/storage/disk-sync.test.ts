/** Commits reach the disk behind the connection: one sync for many, never told too early, and a failing disk is waited for. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../migrations/index.js';
import { DiskSync } from '../../src/storage/disk-sync.js';
import { migrateToLatest } from '../../src/storage/migrate.js';
import { openDatabase } from '../../src/storage/open-database.js';

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-disk-sync-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A log whose folder is missing cannot be synced: its disk has failed. */
function failing(rescue: () => boolean) {
  const errors: string[] = [];
  const path = join(freshFolder(), 'missing', 'log-wal');
  const disk = new DiskSync({ path, rescue, onError: ({ message }) => errors.push(message) });
  onTestFinished(() => disk.close());
  return { disk, errors };
}

test('what is committed while the disk is at it is told together, with the next sync', async () => {
  const path = join(freshFolder(), 'log-wal');
  writeFileSync(path, 'log');
  const disk = new DiskSync({ path, rescue: () => true, onError: () => {} });
  onTestFinished(() => disk.close());
  const told: string[] = [];
  const commit = (name: string): Promise<unknown> => {
    disk.note();
    return disk.reach().then(() => told.push(name));
  };

  const first = commit('first');
  const rest = ['second', 'third', 'fourth'].map(commit);
  await first;

  expect(told).toEqual(['first']);
  await Promise.all(rest);
  expect(told).toEqual(['first', 'second', 'third', 'fourth']);
});

test('where nothing was written nothing is synced', async () => {
  const { disk, errors } = failing(() => false);

  await disk.reach();

  expect(errors).toEqual([]);
});

test('a disk that fails is waited for, and nobody is told before all is brought there another way', async () => {
  const tries = { left: 2 };
  const { disk, errors } = failing(() => tries.left-- <= 0);
  disk.note();
  let isTold = false;

  const told = disk.reach().then(() => (isTold = true));
  await sleep(100);

  expect(isTold).toBe(false);
  expect(errors).toEqual([expect.stringContaining('ENOENT')]);
  await told;
  expect(tries.left).toBe(-1);
});

test('whoever still waits when the disk is given up hears why', async () => {
  const { disk } = failing(() => {
    throw new Error('The disk is gone.');
  });
  disk.note();

  const refused = expect(disk.reach()).rejects.toThrow('ENOENT');
  await disk.close();

  await refused;
});

test('a transaction is durable when it resolves, one that only reads waits for those that it saw, and a closed file has all', async () => {
  const url = `file:${join(freshFolder(), 'zaoba.sqlite')}`;
  const database = openDatabase(url);
  await migrateToLatest(database, migrations);
  const order: string[] = [];

  const { durable } = await database.commit((tx) =>
    tx.insertInto('member').values({ name: '小林', created_at: 1 }).execute(),
  );
  order.push('committed');
  const read = database
    .transaction((tx) => tx.selectFrom('member').select('name').execute())
    .then(() => order.push('read'));
  await durable.then(() => order.push('durable'));
  await read;
  await database.close();

  expect(order).toEqual(['committed', 'durable', 'read']);
  const again = openDatabase(url);
  onTestFinished(() => again.close());
  expect(await again.transaction((tx) => tx.selectFrom('member').select('name').execute())).toEqual([{ name: '小林' }]);
});
