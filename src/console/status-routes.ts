/** What every page needs, simulated or not: live news, and the QR code to log the bot in. */

import { Hono } from 'hono';
import { renderSVG } from 'uqr';
import { errors } from '../copy/zh-cn/simulator-page.js';
import type { Connection } from '../ports/chat-gateway.js';
import type { LiveFeed } from './live-feed.js';

export function statusRoutes(feed: LiveFeed, connection: () => Connection) {
  return new Hono()
    .get('/events', (c) => {
      if (feed.crowded) return c.json({ error: errors.crowded }, 503);
      return feed.stream(c, c.req.header('last-event-id') ?? c.req.query('after'));
    })
    .get('/qr.svg', (c) => {
      const current = connection();
      if (current.state !== 'scan') return c.json({ error: errors.missing }, 404);
      return c.body(renderSVG(current.qrCode, { ecc: 'M', border: 4 }), 200, { 'content-type': 'image/svg+xml' });
    });
}
