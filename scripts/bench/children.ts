/** Processes that run one benchmark for this one. */

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Line } from './job.js';

const SCRIPT = new URL('../bench.ts', import.meta.url).pathname;

/** Node's own arguments, which say how TypeScript is read; a profiler looks at the first process alone. */
const LOADER = process.execArgv.filter((argument) => !argument.startsWith('--cpu-prof'));

export interface ChildOptions {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A program, with its arguments, that runs node. */
  readonly under?: readonly string[];
}

export function startChild(job: string, { args, environment = {}, under = [] }: ChildOptions): ChildProcess {
  const [program, ...before] = [...under, process.execPath];
  const all = [...before, ...LOADER, SCRIPT, ...args, `--child=${job}`];
  return spawn(program ?? '', all, { stdio: ['ignore', 2, 2, 'ipc'], env: { ...process.env, ...environment } });
}

/** Resolves to its lines when it has ended well. */
export async function runChild(job: string, options: ChildOptions): Promise<readonly Line[]> {
  return linesOf(startChild(job, options), job);
}

/** Processes of the same kind, which all begin when the last one is ready. */
export async function runTogether(job: string, args: readonly (readonly string[])[]): Promise<readonly Line[]> {
  const children = args.map((own) => startChild(job, { args: own }));
  const ended = children.map((child) => linesOf(child, job));
  const ready = Promise.all(children.map((child) => once(child, 'message')));
  await Promise.race([ready, Promise.all(ended)]);
  for (const child of children) child.send('begin');
  return (await Promise.all(ended)).flat();
}

/** In a process of `runTogether`: resolves when all are ready. */
export async function untilAllAreReady(): Promise<void> {
  const begun = once(process, 'message');
  process.send?.('ready');
  await begun;
}

async function linesOf(child: ChildProcess, job: string): Promise<readonly Line[]> {
  let lines: readonly Line[] = [];
  child.on('message', (message) => {
    if (Array.isArray(message)) lines = message as Line[];
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`${job} broke.`);
  return lines;
}

/** What a child does with its lines. */
export async function tellParent(lines: readonly Line[]): Promise<void> {
  await new Promise<void>((resolve) => {
    if (process.send) process.send(lines, () => resolve());
    else resolve();
  });
  if (process.connected) process.disconnect();
}
