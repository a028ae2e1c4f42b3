/** Uploads of pictures that mean harm, to the page of the simulated WeChat. */

import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export const MEGABYTE = 2 ** 20;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BOUNDARY = 'hostile';

export interface Upload {
  readonly personId: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The picture in parts, of which there may be no end. */
  readonly picture: Iterable<Buffer>;
}

/** The head of a PNG that claims to be 2^31 - 1 pixels wide and as high: 10^19 bytes for whoever unpacks it. */
export function bomb(): Buffer {
  const head = Buffer.alloc(25);
  head.writeUInt32BE(13, 0);
  head.write('IHDR', 4, 'latin1');
  head.writeUInt32BE(2 ** 31 - 1, 8);
  head.writeUInt32BE(2 ** 31 - 1, 12);
  return Buffer.concat([SIGNATURE, head]);
}

/** A picture by its first bytes. */
export function* megabytes(count: number): Iterable<Buffer> {
  yield SIGNATURE;
  for (let index = 0; index < count; index++) yield Buffer.alloc(MEGABYTE);
}

/** Resolves to the status, or to 0 when the server ends the connection without one. */
export async function upload(url: string, { personId, picture, headers = {} }: Upload): Promise<number> {
  const type = { origin: url, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  const sending = request(`${url}/api/pictures`, { method: 'POST', headers: { ...type, ...headers }, agent: false });
  const writing = pipeline(Readable.from(formOf(personId, picture)), sending).catch(() => {});
  try {
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    return response.statusCode ?? 0;
  } catch {
    return 0;
  } finally {
    sending.destroy();
    await writing;
  }
}

function* formOf(personId: string, picture: Iterable<Buffer>): Iterable<Buffer> {
  const part = (about: string): string => `--${BOUNDARY}\r\ncontent-disposition: form-data; ${about}\r\n\r\n`;
  for (const name of ['personId', 'chatId']) yield Buffer.from(`${part(`name="${name}"`)}${personId}\r\n`);
  yield Buffer.from(part('name="picture"; filename="a.png"'));
  yield* picture;
  yield Buffer.from(`\r\n--${BOUNDARY}--\r\n`);
}
