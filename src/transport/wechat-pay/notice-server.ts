/**
 * Takes payment notices: one address, one method, small bodies, and nothing else, so that a reverse proxy can show this and
 * nothing of the console to the outside.
 */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignedNotice } from './payment-notice.js';

const NOTICE_PATH = '/payments/wechat';
const MOST_BYTES = 64 * 1024;
/** Whoever sends slowly does not hold a connection for long. */
const REQUEST_MS = 10_000;
const CLOSE_MS = 1_000;

/** `refused`: it is not believed, whatever is tried again. `later`: it could not be dealt with now. */
export type Verdict = 'taken' | 'refused' | 'later';

export interface NoticeServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Rejects with one sentence when it cannot listen. `take` never rejects. */
export async function startNoticeServer(
  { host, port }: { readonly host: string; readonly port: number },
  take: (notice: SignedNotice) => Promise<Verdict>,
): Promise<NoticeServer> {
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS }, (request, response) => {
    answer(request, response, take).catch(() => response.destroy());
  });
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new Error(`Payment notices could not be taken on port ${port} of ${host}.`, { cause: error });
  }
  const { port: actual } = server.address() as AddressInfo;
  return { url: `http://${host}:${actual}${NOTICE_PATH}`, close: () => close(server) };
}

async function close(server: Server): Promise<void> {
  const impatient = setTimeout(() => server.closeAllConnections(), CLOSE_MS);
  server.closeIdleConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(impatient);
}

const STATUS: Readonly<Record<Verdict, number>> = { taken: 204, refused: 401, later: 503 };

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  take: (notice: SignedNotice) => Promise<Verdict>,
): Promise<void> {
  const path = request.url?.split('?')[0];
  if (path !== NOTICE_PATH) return end(response, 404);
  if (request.method !== 'POST') return end(response, 405);
  const body = await readBody(request);
  if (body === undefined) return end(response, 413);
  return end(response, STATUS[await take({ ...headersOf(request), body })]);
}

/** What failed is told by its number alone: whoever forges learns nothing. */
function end(response: ServerResponse, status: number): void {
  const isTaken = status < 300;
  response.writeHead(status, { 'cache-control': 'no-store', ...(!isTaken && { connection: 'close' }) });
  response.end(isTaken ? undefined : JSON.stringify({ code: 'FAIL', message: String(status) }));
}

function headersOf({ headers }: IncomingMessage): Omit<SignedNotice, 'body'> {
  const header = (name: string): string | undefined => {
    const value = headers[`wechatpay-${name}`];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    timestamp: header('timestamp'),
    nonce: header('nonce'),
    signature: header('signature'),
    serial: header('serial'),
    signatureType: header('signature-type'),
  };
}

/** Undefined where it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_BYTES) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
