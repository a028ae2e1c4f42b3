/** Whether the picture of a lesson could be posted as things stand: asked while there is time to put it in its place. */

import type { Lesson } from '../domain/course/course.js';
import type { PictureTrouble } from '../domain/picture.js';
import type { Work } from './work.js';

export interface PictureFault {
  readonly name: string;
  readonly trouble: PictureTrouble;
}

/** Undefined when nothing is wrong with it, or there is none. */
export async function findPictureFault(
  { pictures }: Pick<Work, 'pictures'>,
  { picture: name }: Pick<Lesson, 'picture'>,
): Promise<PictureFault | undefined> {
  const trouble = name === undefined ? undefined : await pictures.findTrouble(name);
  return name === undefined || trouble === undefined ? undefined : { name, trouble };
}

/** Each picture once, in the order of the lessons. */
export async function listPictureFaults(
  work: Pick<Work, 'pictures'>,
  lessons: readonly Lesson[],
): Promise<PictureFault[]> {
  const names = new Set(lessons.flatMap(({ picture }) => (picture === undefined ? [] : [picture])));
  const faults: PictureFault[] = [];
  for (const picture of names) {
    const fault = await findPictureFault(work, { picture });
    if (fault) faults.push(fault);
  }
  return faults;
}
