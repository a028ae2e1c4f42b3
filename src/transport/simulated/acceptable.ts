/** Checks on what people may type into the simulated WeChat. Each throws a RangeError with one English sentence. */

import { type Picture, pictureType } from '../../domain/picture.js';

const LONGEST_NAME = 64;
const LONGEST_TEXT = 10_000;
const LARGEST_PICTURE = 5 * 1024 * 1024;

/** The name without blanks around it. */
export function acceptableName(name: string): string {
  const trimmed = name.trim();
  if (trimmed === '') throw new RangeError('A name must not be empty.');
  if (trimmed.length > LONGEST_NAME) throw new RangeError(`A name has at most ${LONGEST_NAME} characters.`);
  if (/\p{Cc}/u.test(trimmed)) throw new RangeError('A name must not contain line breaks or control characters.');
  return trimmed;
}

export function acceptableText(text: string): string {
  if (text.trim() === '') throw new RangeError('A message must not be empty.');
  if (text.length > LONGEST_TEXT) throw new RangeError(`A message has at most ${LONGEST_TEXT} characters.`);
  return text;
}

/** The picture under the type that its bytes have, whatever it claims to be. */
export function acceptablePicture(picture: Picture): Picture {
  if (picture.bytes.byteLength > LARGEST_PICTURE) throw new RangeError('A picture has at most 5 MB.');
  const type = pictureType(picture.bytes);
  if (type === undefined) throw new RangeError('A picture must be PNG, JPEG, GIF or WebP.');
  return { name: acceptableName(picture.name || 'picture'), type, bytes: picture.bytes };
}
