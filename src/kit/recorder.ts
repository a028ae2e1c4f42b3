/** Reads rows before a command writes them and again when it is done: what differs is what it did. */

import type { Tx } from '../storage/database.js';
import {
  type ColumnOf,
  compareImages,
  listImages,
  type RowChange,
  type RowImage,
  type RowKey,
  type WatchedTable,
} from '../storage/row-images.js';
import type { Changes, Json } from './changes.js';
import type { Command } from './feature.js';

interface Watched {
  readonly table: WatchedTable;
  readonly key: RowImage;
  readonly columns: readonly string[] | undefined;
  readonly before: readonly RowImage[];
}

export interface Recorded {
  readonly changes: readonly RowChange[];
  readonly noted: Json;
}

export class Recorder implements Changes {
  readonly #tx: Tx;
  readonly #watched: Watched[] = [];
  #noted: Json = null;

  constructor(tx: Tx) {
    this.#tx = tx;
  }

  async watch<T extends WatchedTable>(table: T, key: RowKey<T>, columns?: readonly ColumnOf<T>[]): Promise<void> {
    const plain = key as RowImage;
    this.#watched.push({ table, key: plain, columns, before: await listImages(this.#tx, table, plain) });
  }

  note(noted: Json): void {
    if (this.#noted !== null) throw new Error('A run notes once.');
    this.#noted = noted;
  }

  /** What was changed since, each row once; undefined when nothing was changed or noted. */
  async finish(): Promise<Recorded | undefined> {
    const changes = new Map<string, RowChange>();
    for (const { table, key, columns, before } of this.#watched) {
      for (const change of compareImages(table, before, await listImages(this.#tx, table, key), columns)) {
        const name = JSON.stringify([table, change.key]);
        if (!changes.has(name)) changes.set(name, change);
      }
    }
    return changes.size === 0 && this.#noted === null
      ? undefined
      : { changes: [...changes.values()], noted: this.#noted };
  }
}

/** For commands that say of themselves that they change nothing, or the speaker's own affairs alone. */
export function unloggedChanges({ name, effect }: Command): Changes {
  const fail = (): never => {
    throw new Error(`The command ${name} records changes, but its effect is "${effect}".`);
  };
  return { watch: async () => fail(), note: fail };
}
