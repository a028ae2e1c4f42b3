/**
 * Brings commits to the disk behind the back of the one connection: while the disk is at it, the next transaction runs.
 *
 * SQLite itself would make everybody wait in COMMIT. Here COMMIT only writes to the write-ahead log, and whoever
 * committed is told once a sync that began afterwards has ended: one sync for all who came meanwhile. The log is
 * a chain of checksums, so a loss of power leaves a beginning of it and never a gap.
 */

import { closeSync, fdatasync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

export interface DiskSyncOptions {
  /** Of the write-ahead log, which is there from the first transaction on. */
  readonly path: string;
  /**
   * Brings all that is committed to the disk by another way. Returns false, or throws, when that cannot be had now. A log whose
   * sync has failed is not synced by a second try: the system counts as written what it could not write.
   */
  rescue(): boolean;
  onError(error: Error): void;
}

interface Waiting {
  readonly done: () => void;
  readonly fail: (error: Error) => void;
}

const RETRY_MS = 200;
const sync = promisify(fdatasync);

export class DiskSync {
  readonly #options: DiskSyncOptions;
  #file: number | undefined;
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  #isClean = true;
  #isClosing = false;

  constructor(options: DiskSyncOptions) {
    this.#options = options;
  }

  /** Something was committed. */
  note(): void {
    this.#isClean = false;
  }

  /** Resolves when all that was committed before is on the disk. A disk that fails is waited for; rejects when closed meanwhile. */
  reach(): Promise<void> {
    if (this.#isClean && !this.#running) return Promise.resolve();
    return new Promise((done, fail) => {
      this.#waiting.push({ done, fail });
      this.#running ??= this.#run();
    });
  }

  /** Whoever still waits gets one more try. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await this.#running;
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const served = this.#waiting;
      this.#waiting = [];
      this.#isClean = true;
      const failure = await this.#sync();
      for (const { done, fail } of served) {
        if (failure) fail(failure);
        else done();
      }
    }
    this.#running = undefined;
  }

  /** Resolves to what went wrong when it is given up. */
  async #sync(): Promise<Error | undefined> {
    try {
      await sync((this.#file ??= openSync(this.#options.path, 'r+')));
      return undefined;
    } catch (error) {
      return this.#rescue(error as Error);
    }
  }

  async #rescue(failure: Error): Promise<Error | undefined> {
    this.#options.onError(failure);
    for (;;) {
      try {
        if (this.#options.rescue()) return undefined;
      } catch (error) {
        this.#options.onError(error as Error);
      }
      if (this.#isClosing) return failure;
      await sleep(RETRY_MS);
    }
  }
}
