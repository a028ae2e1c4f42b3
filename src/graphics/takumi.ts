/** Takumi with our fonts: the engine is native, and draws on threads of its own. It is loaded when the first graphic is drawn. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Renderer } from '@takumi-rs/core';
import { type Coverage, coverageOf } from './coverage.js';
import type { Node } from './nodes.js';

export interface Engine {
  /** Resolves to a PNG. */
  render(node: Node, width: number): Promise<Uint8Array>;
  /** Of the text. Emoji have a font of their own. */
  readonly covers: Coverage;
}

const require = createRequire(import.meta.url);

/** Graphics share nothing that is worth keeping but letters, and those the engine keeps elsewhere. */
const CACHE_BYTES = 1024 * 1024;

export async function openTakumi(): Promise<Engine> {
  const takumi = await import('@takumi-rs/core');
  const renderer = new takumi.Renderer({ cacheMaxBytes: CACHE_BYTES });
  const folder = join(dirname(require.resolve('@embedpdf/fonts-sc')), '..', 'fonts');
  const regular = await addFont(renderer, { name: 'Text', weight: 400 }, join(folder, 'NotoSansHans-Regular.otf'));
  await addFont(renderer, { name: 'Text', weight: 700 }, join(folder, 'NotoSansHans-Bold.otf'));
  await addFont(renderer, { name: 'Emoji', generic: 'emoji' }, require.resolve('twemoji-colr-font/twemoji.woff2'));
  return {
    render: (node, width) => renderer.render(node, { width, format: 'png', lang: 'zh-CN' }),
    covers: coverageOf(regular),
  };
}

interface Face {
  readonly name: string;
  readonly weight?: number;
  readonly generic?: 'emoji';
}

/** One after the other: each is megabytes, and held twice while it is read. */
async function addFont(renderer: Renderer, face: Face, path: string): Promise<Buffer> {
  const data = await readFile(path);
  await renderer.registerFont({ ...face, data });
  return data;
}
