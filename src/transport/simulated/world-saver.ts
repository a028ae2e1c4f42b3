/** Saves a world a moment after it changed, one save at a time, and a last time on close. */

import type { Logger } from 'pino';
import type { SimulatedWorld } from './simulated-world.js';
import { snapshotOf } from './snapshot-of.js';
import { writeWorldFile } from './world-file.js';

const QUIET_MS = 300;
/** A large world is saved less often: at most a tenth of the time goes into saving. */
const REST_PER_SAVE = 9;

export class WorldSaver {
  readonly #world: SimulatedWorld;
  readonly #path: string;
  readonly #log: Pick<Logger, 'error'>;
  readonly #unsubscribe: () => void;
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();
  #pause = QUIET_MS;

  constructor(world: SimulatedWorld, path: string, log: Pick<Logger, 'error'>) {
    this.#world = world;
    this.#path = path;
    this.#log = log;
    this.#unsubscribe = world.changes.listen(() => this.#saveSoon());
  }

  async close(): Promise<void> {
    this.#unsubscribe();
    clearTimeout(this.#timer);
    await this.#save();
  }

  #saveSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#save().catch((err: unknown) => this.#log.error({ err }, 'saving the simulated WeChat failed'));
    }, this.#pause);
  }

  #save(): Promise<void> {
    this.#saving = this.#saving.then(() => this.#write());
    return this.#saving;
  }

  async #write(): Promise<void> {
    const started = this.#world.clock.monotonic();
    try {
      await writeWorldFile(this.#path, snapshotOf(this.#world));
    } catch (error) {
      this.#log.error({ err: error, path: this.#path }, 'the simulated WeChat could not be saved');
    }
    this.#pause = Math.max(QUIET_MS, REST_PER_SAVE * (this.#world.clock.monotonic() - started));
  }
}
