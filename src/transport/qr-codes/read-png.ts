/**
 * Pixels of a PNG of 8 bits a channel without interlacing, as chats send them. Its header says how much it may unpack to, and not a
 * byte more is unpacked, whatever is in it.
 */

import { inflateSync } from 'node:zlib';
import { type Pixels, refuseTooLarge } from './pixels.js';

interface Header {
  readonly width: number;
  readonly height: number;
  /** 0 grey, 2 colours, 3 palette, 4 grey and alpha, 6 colours and alpha. */
  readonly kind: number;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const SIGNATURE_LENGTH = 8;

/** Throws for what is broken, too large, or of another kind. */
export function readPng(bytes: Uint8Array): Pixels {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = readHeader(file);
  const parts: Buffer[] = [];
  let palette: Buffer = Buffer.alloc(0);
  for (const { type, data } of chunksOf(file)) {
    if (type === 'IDAT') parts.push(data);
    if (type === 'PLTE') palette = data;
  }
  const { width, height, kind } = header;
  const channels = CHANNELS[kind] ?? 1;
  const maxOutputLength = (width * channels + 1) * height;
  const lines = inflateSync(Buffer.concat(parts), { maxOutputLength });
  if (lines.length < maxOutputLength) throw new RangeError('The picture ends too early.');
  return { width, height, data: toColours(unfilter(lines, width * channels, channels), kind, palette) };
}

function readHeader(file: Buffer): Header {
  if (file.length < 33 || file.toString('latin1', 12, 16) !== 'IHDR') throw new RangeError('No PNG.');
  const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
  refuseTooLarge(width, height);
  const [depth, kind, interlaced] = [file.readUInt8(24), file.readUInt8(25), file.readUInt8(28)];
  if (depth !== 8 || interlaced !== 0 || CHANNELS[kind] === undefined)
    throw new RangeError('Not a PNG as chats send them.');
  return { width, height, kind };
}

function* chunksOf(file: Buffer): Generator<{ readonly type: string; readonly data: Buffer }> {
  let place = SIGNATURE_LENGTH;
  while (place + 12 <= file.length) {
    const length = file.readUInt32BE(place);
    const type = file.toString('latin1', place + 4, place + 8);
    yield { type, data: file.subarray(place + 8, place + 8 + length) };
    place += 12 + length;
  }
}

/** Lines without the byte in front that tells their filter. */
function unfilter(lines: Buffer, length: number, channels: number): Uint8Array {
  const height = lines.length / (length + 1);
  const plain = new Uint8Array(length * height);
  for (let row = 0; row < height; row += 1) {
    const start = row * (length + 1);
    const line = lines.subarray(start + 1, start + 1 + length);
    unfilterLine(plain, row * length, { line, filter: lines[start] ?? 0, channels });
  }
  return plain;
}

interface FilteredLine {
  readonly line: Buffer;
  readonly filter: number;
  readonly channels: number;
}

/** What lies outside of the picture is 0: before its first byte there is nothing to read either. */
function unfilterLine(plain: Uint8Array, start: number, { line, filter, channels }: FilteredLine): void {
  const { length } = line;
  for (let column = 0; column < length; column += 1) {
    const at = start + column;
    const isFirst = column < channels;
    const left = isFirst ? 0 : (plain[at - channels] ?? 0);
    const above = plain[at - length] ?? 0;
    const corner = isFirst ? 0 : (plain[at - length - channels] ?? 0);
    plain[at] = (line[column] ?? 0) + predicted(filter, left, above, corner);
  }
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return above;
    case 3:
      return (left + above) >> 1;
    case 4:
      return paeth(left, above, corner);
    default:
      return 0;
  }
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [byLeft, byAbove, byCorner] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}

/** Three or four bytes a pixel. */
function toColours(plain: Uint8Array, kind: number, palette: Buffer): Uint8Array {
  if (kind === 2 || kind === 6) return plain;
  const channels = CHANNELS[kind] ?? 1;
  const colours = new Uint8Array((plain.length / channels) * 3);
  for (let pixel = 0; pixel * channels < plain.length; pixel += 1) {
    const value = plain[pixel * channels] ?? 0;
    if (kind === 3) colours.set(palette.subarray(value * 3, value * 3 + 3), pixel * 3);
    else colours.fill(value, pixel * 3, pixel * 3 + 3);
  }
  return colours;
}
