/** The pages' scripts and styles, bundled once when the server starts (about 30 ms) and served from memory. */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { Hono } from 'hono';
import { etag } from 'hono/etag';

const clientFolder = fileURLToPath(new URL('./client/', import.meta.url));
const types = { js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' } as const;

export async function pageAssets(): Promise<Hono> {
  const files = await bundle();
  files.set('icon.svg', await readFile(`${clientFolder}icon.svg`, 'utf8'));
  return new Hono().use('/assets/*', etag()).get('/assets/:name', (c) => {
    const name = c.req.param('name');
    const text = files.get(name);
    if (text === undefined) return c.notFound();
    const headers = { 'content-type': `${typeOf(name)}; charset=utf-8`, 'cache-control': 'no-cache' };
    return c.body(text, 200, headers);
  });
}

async function bundle(): Promise<Map<string, string>> {
  const { outputFiles } = await build({
    absWorkingDir: clientFolder,
    entryPoints: ['simulator.tsx', 'status.tsx', 'page.css'],
    outdir: '/',
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  return new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[/\\]/, ''), text]));
}

function typeOf(name: string): string {
  return types[name.split('.').at(-1) as keyof typeof types];
}
