/** A disk that is full, or broken, for as long as a test wants: real error codes from the system's own calls. */

import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const SOURCE = fileURLToPath(new URL('failing-disk.c', import.meta.url));

export interface FailingDisk {
  /** For the process that shall meet it. */
  readonly environment: Readonly<Record<string, string>>;
  fail(how: 'EIO' | 'ENOSPC'): void;
  heal(): void;
}

/** `files`: a part of the paths that it holds. Needs a C compiler, as the database driver does. */
export function makeFailingDisk(files: string): FailingDisk {
  const folder = mkdtempSync(join(tmpdir(), 'zaoba-disk-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  const library = join(folder, 'failing-disk.so');
  execFileSync('cc', ['-shared', '-fPIC', '-o', library, SOURCE, '-ldl']);
  const flag = join(folder, 'flag');
  return {
    environment: { LD_PRELOAD: library, FAILING_DISK: flag, FAILING_DISK_FILES: files },
    fail: (how) => writeFileSync(flag, how),
    heal: () => rmSync(flag, { force: true }),
  };
}
