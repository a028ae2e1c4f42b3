/** Which picture names a plan may hold: relative, inside the course's own folder, png or jpg. */

import { COURSE_LIMITS, lengthOf } from './course.js';

const SEGMENT = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_ .()-]*`;
const PICTURE = new RegExp(String.raw`^(?:${SEGMENT}/)*${SEGMENT}\.(?:png|jpg)$`, 'iu');

export function isPictureName(name: string): boolean {
  return lengthOf(name) <= COURSE_LIMITS.pictureLength && !name.includes('..') && PICTURE.test(name);
}
