/** Tells a picture's type from its first bytes: a name proves nothing. */

import type { SimulatedPicture } from '../../ports/simulated-wechat.js';

type PictureType = SimulatedPicture['type'];

interface Signature {
  readonly type: PictureType;
  /** Byte values as characters, by place. */
  readonly marks: readonly (readonly [at: number, bytes: string])[];
}

const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', marks: [[0, '\x89PNG\r\n\x1a\n']] },
  { type: 'image/jpeg', marks: [[0, '\xff\xd8\xff']] },
  { type: 'image/gif', marks: [[0, 'GIF87a']] },
  { type: 'image/gif', marks: [[0, 'GIF89a']] },
  {
    type: 'image/webp',
    marks: [
      [0, 'RIFF'],
      [8, 'WEBP'],
    ],
  },
];

/** Absent when the bytes are none of the four types that WeChat shows in a chat. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return SIGNATURES.find(({ marks }) => marks.every(([at, mark]) => head.startsWith(mark, at)))?.type;
}
