/** The web server's routes, in the order in which a request meets them: guards, door, pages, API. */

import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import type { Logger } from 'pino';
import { errors } from '../copy/zh-cn/simulator-page.js';
import type { Connection } from '../ports/chat-gateway.js';
import { hostGuard } from './host-guard.js';
import type { LiveFeed } from './live-feed.js';
import { pictureBytesAtMost } from './picture-routes.js';
import type { SimulationDesk } from './simulation-desk.js';
import { simulatorApi } from './simulator-api.js';
import { statusRoutes } from './status-routes.js';
import { simulatorPage, statusPage } from './web-pages.js';

export interface WebAppParts {
  readonly loopbackOnly: boolean;
  readonly log: Logger;
  readonly assets: Hono;
  readonly door: Hono;
  readonly feed: LiveFeed;
  readonly desk: SimulationDesk | undefined;
  readonly connection: () => Connection;
}

export function webApp(parts: WebAppParts): Hono {
  const { loopbackOnly, connection, desk } = parts;
  const app = new Hono().use(protectiveHeaders());
  if (loopbackOnly) app.use(hostGuard());
  app.get('/healthz', (c) => c.json({ status: 'ok', connection: connection().state }));
  app.use(csrf()).use(boundedBodies()).route('/', parts.assets);
  app.use(neverStored).route('/', parts.door);
  app.get('/', (c) => c.html(desk ? simulatorPage() : statusPage()));
  app.route('/api', statusRoutes(parts.feed, connection));
  if (desk) app.route('/api', simulatorApi(desk));
  app.notFound((c) => c.json({ error: errors.missing }, 404));
  app.onError((error, c) => explain(error, c, parts.log));
  return app;
}

function protectiveHeaders() {
  const own = ["'self'"];
  const none = ["'none'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: own,
      styleSrc: own,
      imgSrc: own,
      connectSrc: own,
      formAction: own,
      baseUri: none,
      frameAncestors: none,
    },
    strictTransportSecurity: false,
    // Not no-referrer: the login form would then send `Origin: null`, which the forgery check refuses.
    referrerPolicy: 'same-origin',
  });
}

function boundedBodies(): MiddlewareHandler {
  const onError = (c: Context) => c.json({ error: errors.tooBig }, 413);
  const small = bodyLimit({ maxSize: 64 * 1024, onError });
  const picture = bodyLimit({ maxSize: pictureBytesAtMost + 16 * 1024, onError });
  return async (c, next) => (c.req.path === '/api/pictures' ? picture : small)(c, next);
}

async function neverStored(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store');
}

function explain(error: Error, c: Context, log: Logger): Response {
  if (error instanceof HTTPException) {
    return c.json({ error: error.status === 403 ? errors.forbidden : errors.malformed }, error.status);
  }
  if (error instanceof RangeError) return c.json({ error: errors.refused, detail: error.message }, 409);
  log.error({ err: error, path: routePath(c) }, 'a web request failed');
  return c.json({ error: errors.fault }, 500);
}
