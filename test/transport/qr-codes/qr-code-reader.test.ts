/** Codes in pictures as chats send them, and pictures that are made to do harm. */

import { deflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { QrCodeReader } from '../../../src/transport/qr-codes/qr-code-reader.js';
import { codeGif, codeJpeg, codePng, gifOf, pngOf } from '../../support/code-pictures.js';

const INVITE = 'https://u.wechat.com/MExampleCode123?s=2';

/** Of two frames, of which the first is a code of this invitation; by another program. */
const ANOTHERS_GIF = [
  'R0lGODlhTgBOAAAAACH/C05FVFNDQVBFMi4wAwEAAAAsAAAAAE4ATgCAAAAA////Av+Mj6nL7Q+jnLTai7PevPsPhuJIluaJpurqAO4Lw4g7v4',
  'Yc0EnM21ffq9V0ON0Q6LMYF0TAkXfzNVvOX5UxPSCrRe6V+aU0u1FgOSbMecnWc3brTqqjcXpbza5r0fPdWho2MQb49AXVl3a4JPb3FmjnmMi3',
  'KNjoZacQidin+BhBKZl1lmnoiVkBuje6iZN2SoqxxaZJK5sKYVsLecmZi9LauwrMgiXnOPhLuLfEbMo6KaekvHp6+9xlLQEsilfquuytmrHNS/',
  '1M2vwda3n0jexn1jHYnC4+3H2o0aluX0rv70wbNH672oEzyAHOJj278vXK9gnJK3zh4jUM2GDfQYr/BcFB1Ddwo8Z/H8f9EcbrXj10fKShrEVp',
  'JbyWqAJhMwaoU8xydww6vHkT1sKaLIGeFIdS6LqiOZu6m4bUJMFuQrlpnMhoqsqUAK1iLPbU4rmhqe4JDBskKjesVDd4rcq1Gk+zRMdK6ljv31',
  'KPykbalDjUJd9jff/GK+mBZDhzFxFL5YsWLl1cvh6m3dmRrUBbjUPetdsTTCicSgd/zegsL03MMydH1LNTsexobtmRxfkTcGLb85yqteRQsF+d',
  'iy2LFe45WNvOcdZWgl3xKHOKzs+ibp46LRWQ26lnDy7aJOfb1sjJlDY+9neAU4m5fw8/vvz59Ovbv48/v/79/BkUAQAALAAAAABOAE4AgAAAAP',
  '///wL/hI+py+0Po5y02ouz3rz7D4biSJbmiabq6gTuC8OIO7+GDNBJzNtX36vVdDjdEOizGBfEwJF38zVbzl+VMT0gq0XulfmlNLtRYDkmzHnJ',
  '1nN2606qo3F6W82ua9Hz3VoaNjEG+PQF1Zd2uCT29xZo55jItyjY6GWnEInYp/gYQSmZdZZp6IlZAbo3uomTdkqKscWmSSubCmFbC3nJmYvS2r',
  'sKzIIl5zj4S7i3xGzKOimnpLx6evvcZS0BLIpX6rrsrZqxzUv9TNr8HWt59I3sZ9Yx2JwuPtx9qNGpbl9K7+9MGzR+u9qBM8gBziY9u/L1yvYJ',
  'ySt84eI1DNhg30GK/wXBQdQ3cKPGfx/H/RHG6149dHykoaxFaSW8lqgCYTMGqFPMcncMOrx5E9bCmiyBnhSHUui6ojmbupuG1CTBbkK5aZzIaK',
  'rKlACtYiz21OK5oanuCQwbJCo3rFQ3eK3KtRpPs0THSupY799Sj8pG2pQ41CXfY33/xivpgWQ4cxcRS+WLFi5dXL4ept3Zka1AW41D3rXbE0wo',
  'nEoHf83oLC9NzDMnR9SzU7HsaG7ZkcX5E3Bi2/OcqrXkULBfnYstixXuOVjbznHWVoJd8Shzis7Pom6eOi0VkNupZw8u2iTn29bIyZQ2PvZ3gF',
  'OJuX8PP778+fTr27+PP7/+/fwZFAEAADs=',
].join('');

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
  for (const interlaced of [false, true]) expect(await reader.read(codeGif(INVITE, { interlaced }))).toEqual([INVITE]);
  expect(await reader.read(Buffer.from(ANOTHERS_GIF, 'base64'))).toEqual([INVITE]);
  for (const channels of [1, 3, 4] as const) expect(await reader.read(codePng(INVITE, { channels }))).toEqual([INVITE]);
});

test('what is no picture, or shows no code, has none', { timeout: 60_000 }, async () => {
  const reader = openReader();
  const white = pngOf({ width: 300, height: 300, kind: 0 }, deflateSync(Buffer.alloc(301 * 300, 255)));

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
      // The same of a GIF: too many pixels, too few, codes without a word, nothing but a name.
      gifOf({ width: 65_535, height: 65_535 }, Buffer.alloc(1000)),
      gifOf({ width: 2000, height: 2000 }, Buffer.from([0x2c])),
      gifOf({ width: 2000, height: 2000 }, Buffer.alloc(10_000, 0xff)),
      Buffer.from('GIF89a and so on'),
      codeGif(INVITE).subarray(0, 300),
      // Grows with every code, and says that it is small.
      gifOf({ width: 100, height: 100 }, Buffer.alloc(3_000_000, 0)),
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
