/**
 * Preloaded into a bot under test: keeps it on this machine, writes down whatever it wanted outside, and ends it with
 * the test that started it.
 *
 * A look-up fails as without a network. `LOOPBACK_LEDGER` names the file that gets a line for each attempt.
 */

import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

type Callback = (error: NodeJS.ErrnoException) => void;

const ledger = process.env['LOOPBACK_LEDGER'] ?? '';
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

const lookUp = dns.lookup as unknown as (...args: unknown[]) => void;
const connect = net.Socket.prototype.connect as unknown as (this: net.Socket, ...args: unknown[]) => net.Socket;

function refuse(what: string): NodeJS.ErrnoException {
  appendFileSync(ledger, `${what}\n`);
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${what}`), { code: 'ENOTFOUND', syscall: 'getaddrinfo' });
}

Object.assign(dns, {
  lookup(host: string, ...rest: unknown[]): void {
    if (LOOPBACK.test(host)) return lookUp(host, ...rest);
    process.nextTick(rest.at(-1) as Callback, refuse(host));
  },
});
Object.assign(dns.promises, { lookup: (host: string) => Promise.reject(refuse(host)) });
syncBuiltinESMExports();

/** Names were looked up above; here an address that needed no look-up is stopped. */
net.Socket.prototype.connect = function connectHere(this: net.Socket, ...args: unknown[]): net.Socket {
  const host = hostIn(args);
  if (host === undefined || net.isIP(host) === 0 || LOOPBACK.test(host)) return connect.apply(this, args);
  return this.destroy(refuse(host));
};

/** Node passes what it has normalised already as one array. */
function hostIn(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args;
  const host = typeof first === 'object' && first !== null && 'host' in first ? first.host : second;
  return typeof host === 'string' ? host : undefined;
}

// The bots of a worker have none: they end with their worker.
if (process.stdin instanceof net.Socket) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGKILL'));
  process.stdin.resume();
  process.stdin.unref();
}
