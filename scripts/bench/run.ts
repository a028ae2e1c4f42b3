/**
 * Runs the benchmarks that are asked for, round by round, so that each has its limit beside it on the same machine at
 * the same time. Each run has a process of its own, except when there is only one: then a profiler sees it all.
 */

import { runChild, tellParent } from './children.js';
import { type Job, type Line, NotHereError } from './job.js';
import { JOBS, PARTS } from './jobs.js';
import type { BenchOptions } from './options.js';
import { summaryOf } from './summary.js';

const ROUNDS = 3;

/** Resolves to the lines that it printed. */
export async function runBench(options: BenchOptions, args: readonly string[]): Promise<readonly Line[]> {
  const jobs = JOBS.filter(({ name }) => isWanted(name, options.only));
  const [only] = jobs;
  if (!only) throw new Error(`Nothing is called so. There are:\n${JOBS.map(({ name }) => name).join('\n')}`);
  const rounds = options.rounds ?? (jobs.length === 1 ? 1 : ROUNDS);
  const isAlone = jobs.length === 1 && rounds === 1 && !only.environment;
  return print(await (isAlone ? inThisProcess(only, options) : inRounds(jobs, rounds, args)));
}

async function inRounds(jobs: readonly Job[], rounds: number, args: readonly string[]): Promise<readonly Line[]> {
  const lines: Line[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const job of jobs) if (round === 0 || !job.once) lines.push(...(await inItsProcess(job, args)));
  }
  return lines;
}

/** What a process started by another one does. */
export async function runForParent(options: BenchOptions, name: string): Promise<void> {
  const job = [...JOBS, ...PARTS].find((one) => one.name === name);
  if (!job) throw new Error(`There is no benchmark ${name}.`);
  await tellParent(await inThisProcess(job, options));
}

function isWanted(name: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((wanted) => name === wanted || name.startsWith(`${wanted}:`));
}

async function inThisProcess(job: Job, options: BenchOptions): Promise<readonly Line[]> {
  const run = await job.load();
  return unlessNotHere(job, () => run(options));
}

async function inItsProcess(job: Job, args: readonly string[]): Promise<readonly Line[]> {
  return unlessNotHere(job, async () => {
    const lines = await runChild(job.name, { args, environment: job.environment?.() ?? {} });
    process.stderr.write(`  ${job.name} ${String(lines[0]?.['msgs_per_s'] ?? '')}\n`);
    return lines;
  });
}

async function unlessNotHere(job: Job, run: () => Promise<readonly Line[]>): Promise<readonly Line[]> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof NotHereError) return [{ name: job.name, skipped: error.message }];
    throw error;
  }
}

function print(lines: readonly Line[]): readonly Line[] {
  const summaries = [...new Set(lines.map(({ name }) => name))].map((name) => summaryOf(name, lines));
  for (const line of summaries) process.stdout.write(`${JSON.stringify(line)}\n`);
  return summaries;
}
