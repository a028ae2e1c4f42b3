/** The pictures that a team has put beside its courses, found by the names that lessons hold. */

import type { Picture, PictureTrouble } from '../domain/picture.js';

export interface PictureShelf {
  /** What would keep it from being posted, from a first look. Never rejects. */
  findTrouble(name: string): Promise<PictureTrouble | undefined>;
  /** The picture itself, all of it in memory. Never rejects. */
  read(name: string): Promise<Picture | { readonly trouble: PictureTrouble }>;
}

/** Where the way to WeChat takes no pictures. */
export const noPictures: PictureShelf = {
  findTrouble: async () => 'picture-unsupported',
  read: async () => ({ trouble: 'picture-unsupported' }),
};
