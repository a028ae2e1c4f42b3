/** Starts and ends a node server: a busy port is explained, and closing never waits long for its clients. */

import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  readonly url: string;
  close(): Promise<void>;
}

const closeMilliseconds = 1_000;

export async function listen(server: Server, host: string, port: number): Promise<HttpServer> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw explain(error, host, port);
  }
  return { url: urlOf(host, (server.address() as AddressInfo).port), close: () => close(server) };
}

/** A connection whose answer ends only now becomes idle later: idle ones are looked for until none is left. */
async function close(server: Server): Promise<void> {
  const tidying = setInterval(() => server.closeIdleConnections(), 20);
  const impatient = setTimeout(() => server.closeAllConnections(), closeMilliseconds);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearInterval(tidying);
  clearTimeout(impatient);
}

function urlOf(host: string, port: number): string {
  const everywhere = host === '0.0.0.0' || host === '::';
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

function explain(error: unknown, host: string, port: number): Error {
  const code = (error as NodeJS.ErrnoException).code;
  const where = `port ${port} on ${host}`;
  if (code === 'EADDRINUSE') return new Error(`Another program uses ${where}: stop it, or choose another port.`);
  if (code === 'EACCES') return new Error(`This user may not listen on ${where}: choose a port above 1023.`);
  if (code === 'EADDRNOTAVAIL') return new Error(`This machine has no address ${host}.`);
  return new Error(`The web server could not listen on ${where}.`, { cause: error });
}
