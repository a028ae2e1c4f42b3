/**
 * Draws a sample of each graphic with 1, 10 and 100 rows: `npm run graphics -- <folder>`.
 *
 * Writes the pictures into the folder, and for each a JSON line with its size and how long it took once all is warm.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Graphic } from '../src/domain/graphic.js';
import { TakumiGraphics } from '../src/graphics/takumi-graphics.js';
import { sampleGraphic, SAMPLE_KINDS } from './graphics/samples.js';

const SIZES = [1, 10, 100] as const;
const ROUNDS = 15;
const NANOSECONDS = 1e6;

const folder = process.argv[2];
if (folder === undefined) {
  console.error('Say where to: npm run graphics -- <folder>');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const graphics = new TakumiGraphics();
const delay = monitorEventLoopDelay({ resolution: 1 });

const coldFrom = performance.now();
delay.enable();
await graphics.render(sampleGraphic('leaderboard', 1));
report({ graphic: 'first of all', ms: ms(performance.now() - coldFrom), loopMaxMs: ms(delay.max / NANOSECONDS) });

for (const kind of SAMPLE_KINDS) for (const size of SIZES) await draw(`${kind}-${size}`, sampleGraphic(kind, size));
delay.disable();

async function draw(name: string, graphic: Graphic): Promise<void> {
  const { bytes } = await graphics.render(graphic);
  await writeFile(join(folder ?? '.', `${name}.png`), bytes);
  delay.reset();
  const took: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [from, before] = [performance.now(), process.cpuUsage()];
    await graphics.render(graphic);
    const { user, system } = process.cpuUsage(before);
    took.push(performance.now() - from);
    worked.push((user + system) / 1_000);
  }
  report({
    graphic: name,
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
