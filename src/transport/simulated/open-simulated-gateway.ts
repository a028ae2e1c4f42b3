/** The gateway to a simulated WeChat in the same process. The puppet, and wechaty with it, loads when it starts. */

import type { ChatGateway } from '../../ports/chat-gateway.js';
import type { WechatyGatewayOptions } from '../wechaty/gateway-options.js';
import type { PuppetCache } from '../wechaty/open-puppet.js';
import { createWechatyGateway } from '../wechaty/wechaty-gateway.js';
import type { SimulatedWorld } from './simulated-world.js';

export interface SimulatedGatewayOptions extends Omit<WechatyGatewayOptions, 'puppet' | 'memoryPath'> {
  readonly world: SimulatedWorld;
  /** How many of the bot's own latest messages are told again at login: none unless told. */
  readonly replayOwn?: number;
}

export function openSimulatedGateway({ world, replayOwn = 0, ...options }: SimulatedGatewayOptions): ChatGateway {
  async function make(cache: PuppetCache) {
    const { SimulatedPuppet } = await import('./simulated-puppet.js');
    return new SimulatedPuppet(world, { replayOwn, cache });
  }
  return createWechatyGateway({ rosterGapMs: 0, ...options, puppet: { name: 'simulated', make } });
}
