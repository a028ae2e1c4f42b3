/** What the figures have to be (the yardstick of the product, from its issue). */

import type { Line } from './job.js';

interface Target {
  readonly line: string;
  readonly figure: string;
  readonly is: '>=' | '<=';
  readonly limit: number;
}

const TARGETS: readonly Target[] = [
  { line: 'product:closed-loop', figure: 'ratio', is: '>=', limit: 0.6 },
  { line: 'product:closed-loop', figure: 'bytes_per_checkin', is: '<=', limit: 200 },
  { line: 'open-loop:167', figure: 'p50_ms', is: '<=', limit: 0.35 },
  { line: 'open-loop:167', figure: 'p99_ms', is: '<=', limit: 3 },
  { line: 'open-loop:167', figure: 'rss_mb', is: '<=', limit: 250 },
  { line: 'open-loop:1000', figure: 'p99_ms', is: '<=', limit: 5 },
  { line: 'slow-disk:product', figure: 'ratio', is: '>=', limit: 20 },
  { line: 'durability:kill', figure: 'lost', is: '<=', limit: 0 },
  { line: 'durability:fsync-order', figure: 'violations', is: '<=', limit: 0 },
  { line: 'start:cold', figure: 'login_s', is: '<=', limit: 2 },
  { line: 'planner:due-at-once', figure: 'seconds_of_100000', is: '<=', limit: 15 },
  { line: 'history:review', figure: 'sql_ms', is: '<=', limit: 0.1 },
  { line: 'history:reviews', figure: 'sql_s_of_5000', is: '<=', limit: 0.3 },
  { line: 'history:growth', figure: 'cost_ratio', is: '<=', limit: 1.15 },
  { line: 'history:bytes', figure: 'bytes_per_checkin', is: '<=', limit: 200 },
  { line: 'postgres:closed-loop', figure: 'ratio', is: '>=', limit: 0.6 },
  { line: 'postgres:workers', figure: 'ratio', is: '>=', limit: 0.6 },
];

/** What a line's speed is divided by. */
export const LIMIT_OF: Readonly<Record<string, string>> = {
  'limit:full': 'limit:group64',
  'product:closed-loop': 'limit:group64',
  'slow-disk:product': 'slow-disk:limit-full',
  'postgres:closed-loop': 'postgres:limit-group64',
  'postgres:workers': 'postgres:limit-group64',
};

/** Nothing for a line without targets; a figure that was not measured is not met. */
export function judge(line: Line): { readonly target?: string; readonly met?: boolean } {
  const targets = TARGETS.filter((target) => target.line === line.name && isMeasured(line[target.figure]));
  if (targets.length === 0) return {};
  const target = targets.map(({ figure, is, limit }) => `${figure} ${is} ${limit}`).join(', ');
  return { target, met: targets.every((one) => isMet(one, Number(line[one.figure]))) };
}

function isMeasured(figure: Line[string]): boolean {
  return typeof figure === 'number';
}

function isMet({ is, limit }: Target, figure: number): boolean {
  return is === '>=' ? figure >= limit : figure <= limit;
}
