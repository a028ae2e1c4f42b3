/** People and rooms of the simulated WeChat: add, rename, join, leave. */

import { Hono } from 'hono';
import type { SimulatedWeChat } from '../ports/simulated-wechat.js';
import { personInput, roomInput, topicInput } from './simulator-input.js';
import { validJson } from './valid-input.js';

export function castRoutes(wechat: SimulatedWeChat) {
  return new Hono()
    .post('/people', validJson(personInput), (c) => c.json(wechat.addPerson(c.req.valid('json').name), 201))
    .patch('/people/:personId', validJson(personInput), (c) => {
      wechat.renamePerson(c.req.param('personId'), c.req.valid('json').name);
      return c.json({}, 200);
    })
    .post('/rooms', validJson(roomInput), (c) => {
      const { topic, memberIds } = c.req.valid('json');
      return c.json(wechat.addRoom(topic, memberIds), 201);
    })
    .patch('/rooms/:roomId', validJson(topicInput), (c) => {
      wechat.renameRoom(c.req.param('roomId'), c.req.valid('json').topic);
      return c.json({}, 200);
    })
    .put('/rooms/:roomId/members/:personId', (c) => {
      wechat.joinRoom(c.req.param('roomId'), c.req.param('personId'));
      return c.json({}, 200);
    })
    .delete('/rooms/:roomId/members/:personId', (c) => {
      wechat.leaveRoom(c.req.param('roomId'), c.req.param('personId'));
      return c.json({}, 200);
    });
}
