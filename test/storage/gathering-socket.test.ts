/** What is written in one turn of the event loop leaves at its end, in one go. */

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { GatheringSocket } from '../../src/storage/gathering-socket.js';

interface Line {
  readonly socket: GatheringSocket;
  readonly heard: () => Promise<string>;
}

async function withLine(use: (line: Line) => Promise<void>): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = new GatheringSocket();
  const came = once(server, 'connection') as Promise<[Socket]>;
  socket.connect((server.address() as AddressInfo).port, '127.0.0.1');
  const [[peer]] = await Promise.all([came, once(socket, 'connect')]);
  const chunks: Buffer[] = [];
  peer.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(peer, 'end');
  try {
    await use({ socket, heard: () => ended.then(() => Buffer.concat(chunks).toString()) });
  } finally {
    socket.destroy();
    peer.destroy();
    server.close();
  }
}

/** As the client of PostgreSQL sends a statement. */
function say(socket: Socket, words: string): void {
  socket.cork();
  for (const part of words) socket.write(part);
  socket.uncork();
}

test('nothing leaves before the end of the turn, and all of it in order then', async () => {
  await withLine(async ({ socket, heard }) => {
    say(socket, 'abc');
    await Promise.resolve();
    say(socket, 'de');
    expect(socket.writableLength).toBe(5);

    await nextTurn();
    expect(socket.writableCorked).toBe(0);
    say(socket, 'f');
    await nextTurn();
    socket.end();

    expect(await heard()).toBe('abcdef');
  });
});

test('what was said last is heard when the line is closed in the same turn', async () => {
  await withLine(async ({ socket, heard }) => {
    say(socket, 'abc');
    socket.end('d');

    expect(await heard()).toBe('abcd');
  });
});
