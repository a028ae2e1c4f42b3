/** Pictures that a chat can show. What one is, its first bytes tell: a name proves nothing. */

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';

export interface Picture {
  /** A file name, without a folder. */
  readonly name: string;
  readonly type: PictureType;
  readonly bytes: Uint8Array;
}

/** In bytes; what is larger is not posted. */
export const LARGEST_POSTED_PICTURE = 10 * 1024 * 1024;

/** In bytes; of what members send nothing larger is looked into. */
export const LARGEST_READ_PICTURE = 5 * 1024 * 1024;

/**
 * Why a picture cannot be posted. Each has its wording in copy. `outside`: its name leads out of the folder of pictures;
 * `unreadable`: it is no picture, or it cannot be opened; `unsupported`: the way to WeChat takes no pictures.
 */
export type PictureTrouble =
  | 'picture-missing'
  | 'picture-outside'
  | 'picture-too-large'
  | 'picture-unreadable'
  | 'picture-unsupported';

/** How many bytes tell the type. */
export const PICTURE_HEAD = 12;

/** Opening bytes as Latin-1 text. */
const OPENINGS: readonly (readonly [PictureType, RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/gif', /^GIF8[79]a/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
];

/** Absent when the bytes are none of the four types that WeChat shows in a chat. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, PICTURE_HEAD));
  return OPENINGS.find(([, opening]) => opening.test(head))?.[0];
}
