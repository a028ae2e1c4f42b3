/** Figures of a run: percentiles, memory, processor time, bytes on disk. */

import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Latencies {
  readonly p50_ms: number | null;
  readonly p99_ms: number | null;
  readonly max_ms: number | null;
}

const MEGABYTE = 1_048_576;

export function latenciesOf(milliseconds: readonly number[]): Latencies {
  const sorted = Float64Array.from(milliseconds).sort();
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { p50_ms: at(0.5), p99_ms: at(0.99), max_ms: rounded(sorted.at(-1)) };
}

/** Three digits that count, or so. */
export function rounded(value: number | undefined): number | null {
  if (value === undefined || !Number.isFinite(value)) return null;
  if (value >= 100) return Math.round(value);
  return Number(value.toFixed(value >= 1 ? 2 : 4));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

export interface Spent {
  readonly seconds: number;
  readonly cpuMicroseconds: number;
}

/** Starts two watches; the answer stops them: time on the wall, and processor time of this process. */
export function startWatch(): () => Spent {
  const cpu = process.cpuUsage();
  const start = performance.now();
  return () => {
    const seconds = (performance.now() - start) / 1_000;
    const { user, system } = process.cpuUsage(cpu);
    return { seconds, cpuMicroseconds: user + system };
  };
}

export function speedOf(n: number, { seconds, cpuMicroseconds }: Spent) {
  return { n, msgs_per_s: rounded(n / seconds), cpu_us_per_msg: rounded(cpuMicroseconds / n) };
}

/** Looks at the memory of this process twenty times a second; the answer stops it and tells the most, in megabytes. */
export function watchMemory(): () => number | null {
  let most = process.memoryUsage.rss();
  const look = () => (most = Math.max(most, process.memoryUsage.rss()));
  const timer = setInterval(look, 50).unref();
  return () => {
    clearInterval(timer);
    return rounded(look() / MEGABYTE);
  };
}

/** Bytes of a file, or of all files in a folder; 0 when there is none. */
export function bytesOf(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}

/** A folder on the disk that is measured (`BENCH_DIR`, else the temporary folder); it goes when the process ends. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(join(process.env['BENCH_DIR'] ?? tmpdir(), `zaoba-bench-${name}-`));
  if (!process.env['BENCH_KEEP']) process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function machine(): { readonly node: string; readonly cpu: string } {
  return { node: process.version, cpu: cpus()[0]?.model.trim() ?? 'unknown' };
}
