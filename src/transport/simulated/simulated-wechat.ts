/** Opens a simulated WeChat: restored from its file where there is one, and kept in it. Needs no wechaty. */

import type { Logger } from 'pino';
import type { SimulatedWeChat } from '../../ports/simulated-wechat.js';
import { PeopleSide } from './people-side.js';
import { SimulatedWorld, type SimulatedWorldOptions } from './simulated-world.js';
import { freshSnapshot } from './snapshot-of.js';
import { readWorldFile } from './world-file.js';
import { WorldSaver } from './world-saver.js';

export interface SimulatedWeChatOptions extends Omit<SimulatedWorldOptions, 'onFault'> {
  readonly log: Pick<Logger, 'warn' | 'error'>;
  /** The bot's name in a fresh world; a restored one keeps its own. */
  readonly botName: string;
  /** Where the world is kept. Without it, it is forgotten at the end. */
  readonly path?: string;
}

export interface OpenedSimulatedWeChat {
  /** The people's side, for a page. */
  readonly wechat: SimulatedWeChat;
  /** The world, for a puppet. */
  readonly world: SimulatedWorld;
  /** Saves a last time. */
  close(): Promise<void>;
}

/** Rejects only when the file cannot be opened at all, as for lack of permission; a corrupt one is moved aside. */
export async function openSimulatedWeChat(options: SimulatedWeChatOptions): Promise<OpenedSimulatedWeChat> {
  const { path, clock, log, botName } = options;
  const saved = path === undefined ? undefined : await readWorldFile({ path, clock, log });
  const onFault = (err: unknown) => log.error({ err }, 'a listener of the simulated WeChat failed');
  const world = new SimulatedWorld(saved ?? freshSnapshot(botName, clock), { ...options, onFault });
  const saver = path === undefined ? undefined : new WorldSaver(world, path, log);
  return { wechat: new PeopleSide(world), world, close: async () => saver?.close() };
}
