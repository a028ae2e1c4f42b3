/**
 * Where databases of tests lie: in memory, where the machine has room for them there, and otherwise on its disk. On a disk, most of
 * what a test costs is files that are made and synced for a minute's life. What has to survive a crash survives it: none is the machine's.
 */

import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** Three suites at a time leave a hundred databases of ten megabytes each. */
const ROOM_BYTES = 4 * 2 ** 30;

export function quickFolder(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize >= ROOM_BYTES ? MEMORY : tmpdir();
  } catch {
    return tmpdir();
  }
}
