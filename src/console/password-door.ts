/** Lets nobody past who has not given the password. Without a password there is no door. */

import { getConnInfo } from '@hono/node-server/conninfo';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { door as copy } from '../copy/zh-cn/simulator-page.js';
import { AttemptLimit } from './attempt-limit.js';
import { Password } from './password.js';
import { SessionCookie } from './session-cookie.js';
import { doorPage } from './web-pages.js';

const attemptsPerMinute = 10;

interface Door {
  readonly password: Password;
  readonly session: SessionCookie;
  readonly limit: AttemptLimit;
}

export function passwordDoor(secret: string | undefined, monotonic: () => number): Hono {
  if (secret === undefined || secret === '') return new Hono();
  const door: Door = {
    password: new Password(secret),
    session: new SessionCookie(monotonic),
    limit: new AttemptLimit(monotonic, attemptsPerMinute),
  };
  return new Hono().post('/login', (c) => logIn(c, door)).use(guard(door.session));
}

async function logIn(c: Context, { password, session, limit }: Door): Promise<Response> {
  if (!limit.allows(getConnInfo(c).remote.address ?? '')) return c.html(doorPage(copy.tooMany), 429);
  const { password: given } = await c.req.parseBody();
  const right = typeof given === 'string' && (await password.matches(given));
  if (!right) return c.html(doorPage(copy.wrong), 401);
  await session.give(c);
  return c.redirect('/', 303);
}

function guard(session: SessionCookie): MiddlewareHandler {
  return async (c, next) => {
    if (await session.holds(c)) return next();
    return c.req.path === '/' ? c.html(doorPage(), 401) : c.json({ error: copy.needed }, 401);
  };
}
