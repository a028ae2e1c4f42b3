/**
 * Refuses requests that name another host than this machine, when only this machine may connect.
 *
 * Otherwise a web page elsewhere could point its own name at 127.0.0.1 and read ours (DNS rebinding).
 */

import type { MiddlewareHandler } from 'hono';
import { errors } from '../copy/zh-cn/simulator-page.js';

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

export function hostGuard(): MiddlewareHandler {
  return async (c, next) => {
    if (!isLoopback(hostName(c.req.header('host')))) return c.json({ error: errors.forbidden }, 403);
    return next();
  };
}

/** Without the port, and without the brackets of IPv6. */
function hostName(header = ''): string {
  return header
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\[(.*)\]$/, '$1');
}
