/**
 * The pictures of lessons, as files in one folder.
 *
 * Names come from chats. Only one that a plan may hold is looked up, and only a file that really lies in the folder is
 * opened: a link that leads out of it is refused.
 */

import { constants, mkdirSync } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, extname, join, sep } from 'node:path';
import { isPictureName } from './domain/course/picture-name.js';
import {
  LARGEST_POSTED_PICTURE,
  PICTURE_HEAD,
  type PictureTrouble,
  type PictureType,
  pictureType,
} from './domain/picture.js';
import type { PictureShelf } from './ports/picture-shelf.js';

/** A name that is too long for the file system names nothing. */
const NOT_THERE: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);
/** What would block until somebody writes, such as a named pipe, does not. */
const HOW_TO_OPEN = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

const ENDINGS: Readonly<Record<PictureType, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
};

class TroubleError extends Error {
  override readonly name = 'TroubleError';
  readonly trouble: PictureTrouble;

  constructor(trouble: PictureTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Makes the folder, so that people find it. */
export function openPictureFolder(folder: string): PictureShelf {
  mkdirSync(folder, { recursive: true });
  return {
    async findTrouble(name) {
      const looked = await withFile(folder, name, async (file) => mustBePicture(await readStart(file, PICTURE_HEAD)));
      return typeof looked === 'object' ? looked.trouble : undefined;
    },
    read: (name) =>
      withFile(folder, name, async (file, size) => {
        const bytes = await readStart(file, size);
        const type = mustBePicture(bytes);
        return { name: nameToSend(name, type), type, bytes };
      }),
  };
}

async function withFile<T>(
  folder: string,
  name: string,
  use: (file: FileHandle, size: number) => Promise<T>,
): Promise<T | { readonly trouble: PictureTrouble }> {
  let file: FileHandle | undefined;
  try {
    file = await open(await placeInside(folder, name), HOW_TO_OPEN);
    return await use(file, await sizeOf(file));
  } catch (error) {
    return { trouble: troubleOf(error) };
  } finally {
    await file?.close().catch(() => {});
  }
}

async function placeInside(folder: string, name: string): Promise<string> {
  if (!isPictureName(name)) throw new TroubleError('picture-outside');
  const place = await realpath(join(folder, name));
  if (!place.startsWith((await realpath(folder)) + sep)) throw new TroubleError('picture-outside');
  return place;
}

async function sizeOf(file: FileHandle): Promise<number> {
  const found = await file.stat();
  if (!found.isFile()) throw new TroubleError('picture-unreadable');
  if (found.size > LARGEST_POSTED_PICTURE) throw new TroubleError('picture-too-large');
  return found.size;
}

async function readStart(file: FileHandle, length: number): Promise<Uint8Array> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, 0);
  return buffer.subarray(0, bytesRead);
}

function mustBePicture(bytes: Uint8Array): PictureType {
  const type = pictureType(bytes);
  if (type === undefined) throw new TroubleError('picture-unreadable');
  return type;
}

/** With the ending that its bytes ask for: some ways to WeChat go by it, and would send a file. */
function nameToSend(name: string, type: PictureType): string {
  return basename(name, extname(name)) + ENDINGS[type];
}

function troubleOf(error: unknown): PictureTrouble {
  if (error instanceof TroubleError) return error.trouble;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return NOT_THERE.has(code) ? 'picture-missing' : 'picture-unreadable';
}
