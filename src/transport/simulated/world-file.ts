/**
 * The file a simulated WeChat is kept in. It is replaced as a whole or not at all.
 *
 * A file that cannot be read as a world is moved aside, never overwritten: it may be all that somebody has.
 */

import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Logger } from 'pino';
import type { Clock } from '../../ports/clock.js';
import { isWorldSnapshot, type WorldSnapshot } from './world-snapshot.js';

export interface WorldFileOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}

/** Absent when there is no file yet, or none that could be used. */
export async function readWorldFile({ path, clock, log }: WorldFileOptions): Promise<WorldSnapshot | undefined> {
  const text = await readIfPresent(path);
  if (text === undefined) return undefined;
  const world = parsed(text);
  if (isWorldSnapshot(world)) return world;

  const aside = `${path}.corrupt-${clock.now()}`;
  await rename(path, aside);
  log.warn({ path, movedTo: aside }, 'the file of the simulated WeChat is corrupt: moved aside, starting a fresh one');
  return undefined;
}

export async function writeWorldFile(path: string, world: WorldSnapshot): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  await writeDurably(`${path}.new`, JSON.stringify(world));
  await rename(`${path}.new`, path);
  await flushFolder(folder);
}

async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes the rename itself last. Windows cannot open a folder, and does not need it. */
async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  try {
    await folder?.sync();
  } catch {
    // Some file systems refuse to sync a folder; the content is safe already.
  } finally {
    await folder?.close();
  }
}
