/** Everything that the simulator page asks for, typed for its client. A refusal of the world is a RangeError. */

import { Hono } from 'hono';
import { castRoutes } from './cast-routes.js';
import { messageRoutes } from './message-routes.js';
import { pictureRoutes } from './picture-routes.js';
import type { SimulationDesk } from './simulation-desk.js';
import { timeRoutes } from './time-routes.js';

export type SimulatorApi = ReturnType<typeof simulatorApi>;

export function simulatorApi(desk: SimulationDesk) {
  return new Hono()
    .route('/', castRoutes(desk.wechat))
    .route('/', messageRoutes(desk.wechat))
    .route('/', pictureRoutes(desk.wechat))
    .route('/', timeRoutes(desk));
}
