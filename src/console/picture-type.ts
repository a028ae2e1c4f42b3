/** Tells a picture's type from its first bytes, whatever its sender claims. */

import type { SimulatedPicture } from '../ports/simulated-wechat.js';

export type PictureType = SimulatedPicture['type'];

/** The opening bytes as Latin-1 text; `.` stands for any byte. */
const openings: Readonly<Record<PictureType, RegExp>> = {
  'image/png': /^\x89PNG\r\n\x1a\n/,
  'image/jpeg': /^\xff\xd8\xff/,
  'image/gif': /^GIF8[79]a/,
  'image/webp': /^RIFF[^]{4}WEBP/,
};

export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const opening = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  const types = Object.keys(openings) as PictureType[];
  return types.find((type) => openings[type].test(opening));
}
