/**
 * The bytes of a picture that somebody sent. It comes from a stranger through servers of the platform: no more than a bound is ever held,
 * and a stream that goes on or hangs is let go of.
 */

import type { Readable } from 'node:stream';
import type { FileBoxInterface } from 'file-box';
import type { types } from 'wechaty-puppet';
import { LARGEST_READ_PICTURE } from '../../domain/picture.js';
import type { BotView } from './bot-view.js';
import { within } from './waiting.js';

const READ_WITHIN_MS = 15_000;
/** `types.Image.HD`: loading the enum would load the puppet. */
const HD = 2 as types.Image;

/** Rejects for what is too large, too slow, or no longer there. */
export async function readPicture({ puppet }: BotView, messageId: string): Promise<Uint8Array> {
  const opened: Readable[] = [];
  const read = async (): Promise<Uint8Array> => {
    const file = (await puppet.messageImage(messageId, HD)) as FileBoxInterface;
    const stream = await file.toStream();
    opened.push(stream);
    return takeBounded(stream);
  };
  try {
    return await within(READ_WITHIN_MS, 'Reading a picture', read());
  } finally {
    for (const stream of opened) stream.destroy();
  }
}

async function takeBounded(stream: Readable): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > LARGEST_READ_PICTURE) throw new RangeError('The picture is too large to be looked into.');
    parts.push(part);
  }
  return Buffer.concat(parts, length);
}
