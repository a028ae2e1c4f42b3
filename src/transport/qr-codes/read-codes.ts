/** What the QR code in a picture says. Takes its time, so it runs in a thread of its own. */

import { decode as decodeJpeg } from 'jpeg-js';
import decodeCode from 'qr/decode.js';
import { pictureType } from '../../domain/picture.js';
import { MOST_PIXELS, type Pixels, shrink } from './pixels.js';
import { readGif } from './read-gif.js';
import { readPng } from './read-png.js';

const JPEG_LIMITS = { maxResolutionInMP: MOST_PIXELS / 1_000_000, maxMemoryUsageInMB: 256 } as const;
/** For second looks, in milliseconds. */
const TIME_LIMIT = 500;
const LONGEST_CODE = 2_000;

/** Throws for a picture that is broken or too large. */
export function readCodes(bytes: Uint8Array): string[] {
  const pixels = readPixels(bytes);
  if (pixels === undefined) return [];
  const { width, height, data } = shrink(pixels);
  try {
    const code = decodeCode({ width, height, data }, { timeLimit: TIME_LIMIT });
    return [code.slice(0, LONGEST_CODE)];
  } catch {
    // It says so by throwing when there is no code, as in nearly every picture.
    return [];
  }
}

function readPixels(bytes: Uint8Array): Pixels | undefined {
  const type = pictureType(bytes);
  if (type === 'image/png') return readPng(bytes);
  if (type === 'image/gif') return readGif(bytes);
  if (type !== 'image/jpeg') return undefined;
  return decodeJpeg(bytes, { useTArray: true, formatAsRGBA: false, ...JPEG_LIMITS });
}
