/**
 * Pixels of the first frame of a GIF, for what comes after it is seen by nobody who only looks. Its frame says how many pixels there
 * are, and not one more is unpacked, whatever is in it.
 */

import { type Pixels, refuseTooLarge } from './pixels.js';
import { unpackLzw } from './unpack-lzw.js';

const HEADER_LENGTH = 13;
const EXTENSION = 0x21;
const FRAME = 0x2c;
const HAS_TABLE = 0x80;
const INTERLACED = 0x40;
/** First line and step of each turn. */
const TURNS = [
  [0, 8],
  [4, 8],
  [2, 4],
  [1, 2],
] as const;

/** Throws for what is broken or too large. */
export function readGif(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shared = colourTable(file, HEADER_LENGTH, file.readUInt8(10));
  let place = HEADER_LENGTH + shared.length;
  while (file.readUInt8(place) === EXTENSION) place = blocksAt(file, place + 2).end;
  if (file.readUInt8(place) !== FRAME) throw new RangeError('A GIF without a picture.');
  return readFrame(file, place + 1, shared);
}

function readFrame(file: Buffer, place: number, shared: Buffer): Pixels {
  const [width, height, flags] = [
    file.readUInt16LE(place + 4),
    file.readUInt16LE(place + 6),
    file.readUInt8(place + 8),
  ];
  refuseTooLarge(width, height);
  const own = colourTable(file, place + 9, flags);
  const start = place + 9 + own.length;
  const { data } = blocksAt(file, start + 1);
  const indexes = unpackLzw(data, file.readUInt8(start), width * height);
  const lines = (flags & INTERLACED) === 0 ? indexes : inOrder(indexes, width, height);
  return { width, height, data: toColours(lines, own.length > 0 ? own : shared) };
}

/** Empty where there is none. */
function colourTable(file: Buffer, place: number, flags: number): Buffer {
  const length = (flags & HAS_TABLE) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1);
  return file.subarray(place, place + length);
}

/** What is cut into blocks of 255 bytes at most, until an empty one. */
function blocksAt(file: Buffer, start: number): { readonly data: Buffer; readonly end: number } {
  const parts: Buffer[] = [];
  let place = start;
  for (let length = file.readUInt8(place); length > 0; length = file.readUInt8(place)) {
    parts.push(file.subarray(place + 1, place + 1 + length));
    place += 1 + length;
  }
  return { data: Buffer.concat(parts), end: place + 1 };
}

function inOrder(lines: Uint8Array, width: number, height: number): Uint8Array {
  const ordered = new Uint8Array(lines.length);
  let from = 0;
  for (const [first, step] of TURNS) {
    for (let row = first; row < height; row += step) {
      ordered.set(lines.subarray(from, from + width), row * width);
      from += width;
    }
  }
  return ordered;
}

function toColours(indexes: Uint8Array, table: Buffer): Uint8Array {
  const colours = new Uint8Array(indexes.length * 3);
  for (const [pixel, index] of indexes.entries()) {
    for (let channel = 0; channel < 3; channel += 1) colours[pixel * 3 + channel] = table[index * 3 + channel] ?? 0;
  }
  return colours;
}
