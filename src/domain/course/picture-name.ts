/** Which picture names a plan may hold: relative, never out of the folder of pictures, of a type that a chat can show. */

import { COURSE_LIMITS, lengthOf } from './course.js';

const SEGMENT = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_ .()-]*`;
const PICTURE = new RegExp(String.raw`^(?:${SEGMENT}/)*${SEGMENT}\.(?:png|jpe?g|gif|webp)$`, 'iu');

export function isPictureName(name: string): boolean {
  return lengthOf(name) <= COURSE_LIMITS.pictureLength && !name.includes('..') && PICTURE.test(name);
}
