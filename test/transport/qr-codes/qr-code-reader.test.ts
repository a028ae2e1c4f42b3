/** Codes in pictures as chats send them, and pictures that are made to do harm. */

import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { QrCodeReader } from '../../../src/transport/qr-codes/qr-code-reader.js';
import { codeJpeg, codePng, pngOf } from '../../support/code-pictures.js';

const INVITE = 'https://u.wechat.com/MExampleCode123?s=2';

function openReader(): QrCodeReader {
  const reader = new QrCodeReader();
  onTestFinished(() => reader.close());
  return reader;
}

test('codes are read in every kind of picture that chats send', { timeout: 60_000 }, async () => {
  const reader = openReader();

  expect(await reader.read(codeJpeg(INVITE))).toEqual([INVITE]);
  expect(await reader.read(codeJpeg('https://weixin.qq.com/g/AwYAAExample', 14, 700))).toEqual([
    'https://weixin.qq.com/g/AwYAAExample',
  ]);
  for (const channels of [1, 3, 4] as const) expect(await reader.read(codePng(INVITE, { channels }))).toEqual([INVITE]);
});

test('what is no picture, or shows no code, has none', { timeout: 60_000 }, async () => {
  const reader = openReader();
  const white = pngOf({ width: 300, height: 300, kind: 0 }, deflateSync(Buffer.alloc(301 * 300, 255)));

  expect(await reader.read(Buffer.from('GIF89a and so on'))).toEqual([]);
  expect(await reader.read(Buffer.from('hello'))).toEqual([]);
  expect(await reader.read(white)).toEqual([]);
});

test(
  'bombs and broken pictures are refused, memory stays flat, and the next picture is read',
  { timeout: 120_000 },
  async () => {
    const reader = openReader();
    await reader.read(codePng(INVITE));
    const before = process.memoryUsage.rss();
    const bombs = [
      // More pixels than anybody's phone takes.
      pngOf({ width: 50_000, height: 50_000, kind: 6 }, deflateSync(Buffer.alloc(1000))),
      // Says that it is small, and unpacks to 300 MB.
      pngOf({ width: 100, height: 100, kind: 6 }, deflateSync(Buffer.alloc(300_000_000))),
      // Ends in the middle.
      pngOf({ width: 2000, height: 2000, kind: 2 }, deflateSync(Buffer.alloc(1000))),
      pngOf({ width: 10, height: 10, kind: 2 }, Buffer.from('not packed')),
      Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(2000, 7)]),
      codeJpeg(INVITE).subarray(0, 300),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ];

    for (const bomb of bombs) {
      const read = await reader.read(bomb).then(
        (codes) => codes,
        (error: unknown) => error,
      );
      expect(read instanceof Error || (read as readonly string[]).length === 0).toBe(true);
    }

    expect(await reader.read(codePng(INVITE))).toEqual([INVITE]);
    expect((process.memoryUsage.rss() - before) / 1_000_000).toBeLessThan(100);
  },
);

test('a process that ended does not end the reading', { timeout: 60_000 }, async () => {
  const reader = openReader();
  await reader.read(codePng(INVITE));

  await reader.close();

  expect(await reader.read(codePng(INVITE))).toEqual([INVITE]);
});
