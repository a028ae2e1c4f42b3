/** Pictures that people show in the simulated WeChat. A picture is what its bytes are, whatever its name claims. */

import { Hono } from 'hono';
import { errors } from '../copy/zh-cn/simulator-page.js';
import { pictureType } from '../domain/picture.js';
import type { SimulatedWeChat } from '../ports/simulated-wechat.js';
import { pictureInput } from './simulator-input.js';
import { validForm } from './valid-input.js';

export const pictureBytesAtMost = 5 * 1024 * 1024;

export function pictureRoutes(wechat: SimulatedWeChat) {
  return new Hono()
    .post('/pictures', validForm(pictureInput), async (c) => {
      const { personId, chatId, picture } = c.req.valid('form');
      if (picture.size > pictureBytesAtMost) return c.json({ error: errors.tooBig }, 413);
      const bytes = new Uint8Array(await picture.arrayBuffer());
      const type = pictureType(bytes);
      if (!type) return c.json({ error: errors.picture }, 400);
      const name = plainName(picture.name);
      return c.json({ id: wechat.sendPicture(personId, chatId, { name, type, bytes }).id }, 201);
    })
    .get('/pictures/:messageId', (c) => {
      const picture = wechat.picture(c.req.param('messageId'));
      if (!picture) return c.json({ error: errors.missing }, 404);
      const headers = { 'content-type': picture.type, 'cache-control': 'private, max-age=3600' };
      return c.body(new Uint8Array(picture.bytes), 200, headers);
    });
}

/** The end of the name, where its extension is, in characters that a file may have. */
function plainName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(-60);
}
