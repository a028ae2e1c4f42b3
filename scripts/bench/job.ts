/** A benchmark: it runs once and gives lines of figures. */

import type { BenchOptions } from './options.js';

export type Line = { readonly name: string } & Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Rejects when what it measured is not what should have happened. */
export type Run = (options: BenchOptions) => Promise<readonly Line[]>;

export interface Job {
  /** `product:closed-loop`; `--only=product` takes all that begin so. */
  readonly name: string;
  /** Its code, loaded in the process that runs it alone: nobody's memory holds what another one needs. */
  load(): Promise<Run>;
  /** Once, however many rounds there are: it takes long, or it is no matter of speed. */
  readonly once?: true;
  /** The environment of its process. Throws a `NotHereError` on a machine that cannot run it. */
  environment?(): Readonly<Record<string, string>>;
}

/** Something is missing on this machine; the message says what, in one sentence. */
export class NotHereError extends Error {
  override readonly name = 'NotHereError';
}
