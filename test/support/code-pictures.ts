/** Pictures with a QR code in them, as PNG, JPEG and GIF, made by other code than the one that reads them. */

import { deflateSync } from 'node:zlib';
import { encode as encodeJpeg } from 'jpeg-js';
import { encode } from 'uqr';

interface Grey {
  readonly side: number;
  readonly pixels: Uint8Array;
}

/** In the middle of a white square; `scale` pixels a module. */
function draw(text: string, scale: number, margin: number): Grey {
  const { data, size } = encode(text);
  const side = size * scale + 2 * margin;
  const pixels = new Uint8Array(side * side).fill(255);
  for (const [row, line] of data.entries()) {
    for (const [column, dark] of line.entries()) {
      if (!dark) continue;
      for (let y = 0; y < scale; y++) {
        const from = (margin + row * scale + y) * side + margin + column * scale;
        pixels.fill(0, from, from + scale);
      }
    }
  }
  return { side, pixels };
}

export function codeJpeg(text: string, scale = 8, margin = 60): Uint8Array {
  const { side, pixels } = draw(text, scale, margin);
  const data = Buffer.alloc(side * side * 4, 255);
  for (const [at, value] of pixels.entries()) data.fill(value, at * 4, at * 4 + 3);
  return encodeJpeg({ width: side, height: side, data }, 70).data;
}

/** Grey, or in four channels; each line with the filter that its number names. */
export function codePng(
  text: string,
  { channels = 1, scale = 8 }: { readonly channels?: 1 | 3 | 4; readonly scale?: number } = {},
): Uint8Array {
  const { side, pixels } = draw(text, scale, 40);
  const length = side * channels;
  const lines = Buffer.alloc((length + 1) * side);
  const plain = new Uint8Array(length * side);
  for (const [at, value] of pixels.entries()) plain.fill(value, at * channels, (at + 1) * channels);
  for (let row = 0; row < side; row++) {
    const filter = row % 3;
    lines[row * (length + 1)] = filter;
    for (let column = 0; column < length; column++) {
      const at = row * length + column;
      const left = column < channels ? 0 : (plain[at - channels] ?? 0);
      const above = row === 0 ? 0 : (plain[at - length] ?? 0);
      lines[row * (length + 1) + 1 + column] = (plain[at] ?? 0) - ([0, left, above][filter] ?? 0) + 256;
    }
  }
  return pngOf({ width: side, height: side, kind: { 1: 0, 3: 2, 4: 6 }[channels] }, deflateSync(lines));
}

export interface PngHead {
  readonly width: number;
  readonly height: number;
  readonly kind: number;
}

export function pngOf({ width, height, kind }: PngHead, packed: Uint8Array): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, kind, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', packed),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** Nobody looks at the checksum. */
function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** Black and white, in lines as they stand or in four turns. Never two words in a row, so every code has three bits. */
export function codeGif(text: string, { interlaced = false, scale = 8 } = {}): Uint8Array {
  const { side, pixels } = draw(text, scale, 40);
  const turns = interlaced
    ? [
        [0, 8],
        [4, 8],
        [2, 4],
        [1, 2],
      ]
    : [[0, 1]];
  const rows = turns.flatMap(([first = 0, step = 1]) =>
    Array.from({ length: side }, (_, row) => row).filter((row) => row >= first && (row - first) % step === 0),
  );
  const indexes = rows.flatMap((row) =>
    [...pixels.subarray(row * side, (row + 1) * side)].map((grey) => (grey ? 1 : 0)),
  );
  const codes = indexes.flatMap((index, at) => (at % 2 === 0 ? [CLEAR, index] : [index]));
  return gifOf({ width: side, height: side, interlaced }, threeBits([...codes, CLEAR + 1]));
}

const CLEAR = 4;

function threeBits(codes: readonly number[]): Uint8Array {
  const packed = new Uint8Array(Math.ceil((codes.length * 3) / 8));
  for (const [index, code] of codes.entries()) {
    for (let bit = 0; bit < 3; bit++) {
      const place = index * 3 + bit;
      packed[place >> 3] = (packed[place >> 3] ?? 0) | (((code >> bit) & 1) << (place & 7));
    }
  }
  return packed;
}

/** `packed`: LZW of pixels of two bits, of which 0 is black and 1 white. */
export function gifOf(
  {
    width,
    height,
    interlaced = false,
  }: { readonly width: number; readonly height: number; readonly interlaced?: boolean },
  packed: Uint8Array,
): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt16LE(width, 0);
  size.writeUInt16LE(height, 2);
  const blocks = Array.from({ length: Math.ceil(packed.length / 255) }, (_, block) => {
    const part = packed.subarray(block * 255, (block + 1) * 255);
    return Buffer.concat([Buffer.from([part.length]), part]);
  });
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    size,
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    Buffer.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
    Buffer.from([0x2c, 0, 0, 0, 0]),
    size,
    Buffer.from([interlaced ? 0x40 : 0, 2]),
    ...blocks,
    Buffer.from([0, 0x3b]),
  ]);
}
