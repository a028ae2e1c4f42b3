/** One line of several rounds: medians, and the medians of the rounds' own ratios to their limit. */

import type { Line } from './job.js';
import { machine, median, rounded } from './measure.js';
import { judge, LIMIT_OF } from './targets.js';

export function summaryOf(name: string, all: readonly Line[]): Line {
  const own = all.filter((line) => line.name === name);
  const [first] = own;
  if (!first) throw new Error(`${name} gave no line.`);
  const figures = Object.entries(first).map(([key, value]) => [key, middle(key, value, own)]);
  const medians = Object.fromEntries(figures) as Line;
  const summary: Line = { ...medians, ...medians, name, ...ratioOf(name, own, all), rounds: own.length };
  return { ...summary, ...judge(summary), ...machine() };
}

function middle(key: string, value: Line[string], own: readonly Line[]): Line[string] {
  return typeof value === 'number' ? rounded(median(own.map((line) => Number(line[key])))) : value;
}

function ratioOf(name: string, own: readonly Line[], all: readonly Line[]) {
  const limits = all.filter((line) => line.name === LIMIT_OF[name]).map(speedOf);
  if (limits.length === 0 || limits.length !== own.length) return {};
  const ratios = own.map((line, round) => speedOf(line) / (limits[round] ?? Number.NaN));
  return { limit: rounded(median(limits)), ratio: rounded(median(ratios)) };
}

function speedOf(line: Line): number {
  return Number(line['msgs_per_s']);
}
