/** A small drawn picture for the demonstration: a sheet of ruled paper with some lines of writing on it. */

import { crc32, deflateSync } from 'node:zlib';
import type { Picture } from './domain/picture.js';

const WIDTH = 240;
const HEIGHT = 180;
const RULE_EVERY = 22;
const MARGIN = 24;

/** Paper, rule, margin, ink. */
const PALETTE = [0xfd, 0xfa, 0xf2, 0xcf, 0xdd, 0xe6, 0xe8, 0xb4, 0xb0, 0x3a, 0x4a, 0x5c];
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const EIGHT_BIT_INDEXED = [8, 3, 0, 0, 0];

/** `number` decides what is written: the same number, the same picture. */
export function demoPicture(number: number): Picture {
  const bytes = Buffer.concat([
    Buffer.from(SIGNATURE),
    chunk('IHDR', Buffer.from([...bigEndian(WIDTH), ...bigEndian(HEIGHT), ...EIGHT_BIT_INDEXED])),
    chunk('PLTE', Buffer.from(PALETTE)),
    chunk('IDAT', deflateSync(drawRows(number))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { name: `homework-${number}.png`, type: 'image/png', bytes };
}

/** Each row begins with its filter, of which there is none. */
function drawRows(number: number): Buffer {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) rows[y * (WIDTH + 1) + 1 + x] = colourAt(x, y, number);
  }
  return rows;
}

function colourAt(x: number, y: number, number: number): number {
  if (isInk(x, y, number)) return 3;
  if (x === MARGIN) return 2;
  return y % RULE_EVERY === RULE_EVERY - 1 ? 1 : 0;
}

/** Words as little boxes above the rules: their widths and the ends of lines differ from picture to picture. */
function isInk(x: number, y: number, number: number): boolean {
  const line = Math.floor(y / RULE_EVERY);
  const height = y % RULE_EVERY;
  const end = WIDTH - 20 - ((line * 37 + number * 53) % 90);
  if (line === 0 || x <= MARGIN + 8 || x > end || height < 8 || height > 17) return false;
  const gap = (Math.floor(x / 17) * 5 + line * 3 + number) % 4;
  const isBetween = x % 17 < 4 + gap;
  return !isBetween && (x * 7 + y * 5 + line * number) % 11 < 6;
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  return Buffer.concat([Buffer.from(bigEndian(data.length)), body, Buffer.from(bigEndian(crc32(body)))]);
}

function bigEndian(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}
