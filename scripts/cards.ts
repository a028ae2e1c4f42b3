/**
 * Draws a sample of each card with 1, 10 and 100 rows: `npm run cards -- <folder>`.
 *
 * Writes the pictures into the folder, and for each a JSON line with its size and how long it took once all is warm.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { TakumiCards } from '../src/cards/takumi-cards.js';
import type { Card } from '../src/domain/card.js';
import { sampleCard, SAMPLE_KINDS } from './cards/samples.js';

const SIZES = [1, 10, 100] as const;
const ROUNDS = 15;
const NANOSECONDS = 1e6;

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Say where to: npm run cards -- <folder>');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const cards = new TakumiCards();
const delay = monitorEventLoopDelay({ resolution: 1 });

const coldFrom = performance.now();
delay.enable();
await cards.render(sampleCard('leaderboard', 1));
report({ card: 'first of all', ms: ms(performance.now() - coldFrom), loopMaxMs: ms(delay.max / NANOSECONDS) });

for (const kind of SAMPLE_KINDS) for (const size of SIZES) await draw(`${kind}-${size}`, sampleCard(kind, size));
delay.disable();

async function draw(name: string, card: Card): Promise<void> {
  const { bytes } = await cards.render(card);
  await writeFile(join(folder ?? '.', `${name}.png`), bytes);
  delay.reset();
  const took: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [from, before] = [performance.now(), process.cpuUsage()];
    await cards.render(card);
    const { user, system } = process.cpuUsage(before);
    took.push(performance.now() - from);
    worked.push((user + system) / 1_000);
  }
  report({
    card: name,
    pixels: `${Buffer.from(bytes).readUInt32BE(16)}x${Buffer.from(bytes).readUInt32BE(20)}`,
    kilobytes: Math.round(bytes.length / 1024),
    medianMs: ms(medianOf(took)),
    maxMs: ms(Math.max(...took)),
    processorMs: ms(medianOf(worked)),
    loopMaxMs: ms(delay.max / NANOSECONDS),
    rssMegabytes: Math.round(process.memoryUsage().rss / 1024 / 1024),
  });
}

function medianOf(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

function ms(value: number): number {
  return Math.round(value * 10) / 10;
}

function report(line: object): void {
  console.log(JSON.stringify(line));
}
