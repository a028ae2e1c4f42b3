/** Moves the simulated time and loads the demo data. */

import { Hono } from 'hono';
import { errors } from '../copy/zh-cn/simulator-page.js';
import type { SimulationDesk } from './simulation-desk.js';
import { moveInput } from './simulator-input.js';
import { validJson } from './valid-input.js';

export function timeRoutes(desk: SimulationDesk) {
  return new Hono()
    .post('/time', validJson(moveInput), async (c) => {
      if (!(await desk.move(c.req.valid('json')))) return c.json({ error: errors.moving }, 409);
      return c.json({ now: desk.timeMachine.now() }, 200);
    })
    .post('/demo', async (c) => {
      if (!(await desk.seed())) return c.json({ error: errors.demo }, 409);
      return c.json({}, 200);
    });
}
