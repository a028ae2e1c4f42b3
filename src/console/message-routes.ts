/** What people say in the simulated WeChat. */

import { Hono } from 'hono';
import type { SimulatedWeChat } from '../ports/simulated-wechat.js';
import { mediaInput, messageInput } from './simulator-input.js';
import { validJson } from './valid-input.js';

export function messageRoutes(wechat: SimulatedWeChat) {
  return new Hono()
    .post('/messages', validJson(messageInput), (c) => {
      const { personId, chatId, text, mentionIds } = c.req.valid('json');
      return c.json({ id: wechat.say(personId, chatId, text, mentionIds).id }, 201);
    })
    .post('/media', validJson(mediaInput), (c) => {
      const { personId, chatId, kind, caption } = c.req.valid('json');
      return c.json({ id: wechat.sendMedia(personId, chatId, kind, caption).id }, 201);
    });
}
