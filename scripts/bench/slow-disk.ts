/** A disk that takes a millisecond longer for each fsync: a small library that is loaded before all others. */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { NotHereError } from './job.js';
import { temporaryFolder } from './measure.js';

const DELAY_US = 1_000;
const SOURCE = new URL('fsync-delay.c', import.meta.url).pathname;

let library: string | undefined;

/** The environment of a process whose disk is slow. Throws a NotHereError where that cannot be had. */
export function slowDisk(): Readonly<Record<string, string>> {
  library ??= compile();
  return { LD_PRELOAD: library, FSYNC_DELAY_US: String(DELAY_US) };
}

function compile(): string {
  if (process.platform !== 'linux') throw new NotHereError('Slowing down fsync needs Linux.');
  const path = join(temporaryFolder('fsync'), 'fsync-delay.so');
  const { stderr } = spawnSync('cc', ['-O2', '-shared', '-fPIC', '-o', path, SOURCE, '-ldl'], { encoding: 'utf8' });
  if (!existsSync(path))
    throw new NotHereError(`Slowing down fsync needs a C compiler: ${stderr || 'there is no cc'}.`);
  return path;
}
