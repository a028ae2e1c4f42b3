import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { demoPicture } from '../src/demo-picture.js';
import { openPictureFolder } from '../src/picture-folder.js';
import type { PictureShelf } from '../src/ports/picture-shelf.js';

const PNG = Buffer.from(demoPicture(1).bytes);
const MEGABYTE = 1024 * 1024;

let outside: string;
let folder: string;
let shelf: PictureShelf;

beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'zaoba-pictures-'));
  folder = join(outside, 'pictures');
  shelf = openPictureFolder(folder);
});

async function troubleWith(name: string): Promise<unknown> {
  const first = await shelf.findTrouble(name);
  const read = await shelf.read(name);
  expect('trouble' in read ? read.trouble : undefined, 'both looks agree').toBe(first);
  return first;
}

test('a picture is read as it is, under the ending that its bytes ask for', async () => {
  mkdirSync(join(folder, '第 1 周'));
  writeFileSync(join(folder, '第 1 周', '分数.jpg'), PNG);

  expect(await shelf.findTrouble('第 1 周/分数.jpg')).toBeUndefined();
  expect(await shelf.read('第 1 周/分数.jpg')).toEqual({ name: '分数.png', type: 'image/png', bytes: PNG });
});

test.each([
  ['gif', 'GIF89a........'],
  ['webp', 'RIFF....WEBPVP8 '],
  ['jpeg', '\xff\xd8\xff\xe0........'],
])('%s is a picture too', async (ending, opening) => {
  writeFileSync(join(folder, `a.${ending}`), Buffer.from(opening, 'latin1'));

  expect(await troubleWith(`a.${ending}`)).toBeUndefined();
});

test('what is not there is missing, also under a name that no file can have', async () => {
  writeFileSync(join(folder, 'a.png'), PNG);

  expect(await troubleWith('b.png')).toBe('picture-missing');
  expect(await troubleWith('a.png/b.png')).toBe('picture-missing');
  expect(await troubleWith(`${'图'.repeat(150)}.png`)).toBe('picture-missing');
});

test('ten megabytes are a picture, a byte more is too much', async () => {
  for (const [name, size] of [
    ['fits.png', 10 * MEGABYTE],
    ['big.png', 10 * MEGABYTE + 1],
  ] as const) {
    writeFileSync(join(folder, name), PNG);
    truncateSync(join(folder, name), size);
  }

  expect(await troubleWith('fits.png')).toBeUndefined();
  expect(await troubleWith('big.png')).toBe('picture-too-large');
});

test('what is no picture is not posted: text, nothing, a folder, a pipe', async () => {
  writeFileSync(join(folder, 'text.png'), '<svg>not a picture</svg>');
  writeFileSync(join(folder, 'empty.png'), '');
  mkdirSync(join(folder, 'folder.png'));
  execFileSync('/bin/sh', ['-c', 'mkfifo "$0"', join(folder, 'pipe.png')]);

  for (const name of ['text.png', 'empty.png', 'folder.png', 'pipe.png'])
    expect(await troubleWith(name), name).toBe('picture-unreadable');
});

test.each([
  '../x.png',
  '../../etc/x.png',
  '/etc/x.png',
  'a/../../x.png',
  'a\0b.png',
  '..\\x.png',
  '.x.png',
  'x.txt',
  '',
])('the name %j is never looked up', async (name) => {
  writeFileSync(join(outside, 'x.png'), PNG);

  expect(await troubleWith(name)).toBe('picture-outside');
});

test('a link that leads out of the folder is refused, by file and by folder; one that stays inside is followed', async () => {
  writeFileSync(join(outside, 'secret.png'), PNG);
  mkdirSync(join(outside, 'pictures-2'));
  writeFileSync(join(outside, 'pictures-2', 'secret.png'), PNG);
  writeFileSync(join(folder, 'real.png'), PNG);
  symlinkSync(join(outside, 'secret.png'), join(folder, 'file.png'));
  symlinkSync(outside, join(folder, 'up'));
  symlinkSync(join(outside, 'pictures-2'), join(folder, 'next'));
  symlinkSync(join(folder, 'real.png'), join(folder, 'inside.png'));
  linkSync(join(folder, 'real.png'), join(folder, 'twin.png'));

  for (const name of ['file.png', 'up/secret.png', 'next/secret.png'])
    expect(await troubleWith(name), name).toBe('picture-outside');
  for (const name of ['inside.png', 'twin.png']) expect(await troubleWith(name), name).toBeUndefined();
});
