/** Pictures in memory, by the names that lessons hold. */

import type { Picture, PictureTrouble } from '../../src/domain/picture.js';
import type { PictureShelf } from '../../src/ports/picture-shelf.js';

export class FakePictureShelf implements PictureShelf {
  readonly #pictures = new Map<string, Picture>();
  readonly #troubles = new Map<string, PictureTrouble>();
  /** Every name that was asked for. */
  readonly asked: string[] = [];

  put(name: string): void {
    this.#troubles.delete(name);
    this.#pictures.set(name, { name, type: 'image/png', bytes: Buffer.from(name) });
  }

  spoil(name: string, trouble: PictureTrouble): void {
    this.#troubles.set(name, trouble);
  }

  async findTrouble(name: string): Promise<PictureTrouble | undefined> {
    this.asked.push(name);
    return this.#troubles.get(name) ?? (this.#pictures.has(name) ? undefined : 'picture-missing');
  }

  async read(name: string): Promise<Picture | { readonly trouble: PictureTrouble }> {
    const trouble = await this.findTrouble(name);
    const picture = this.#pictures.get(name);
    return picture && trouble === undefined ? picture : { trouble: trouble ?? 'picture-missing' };
  }
}
