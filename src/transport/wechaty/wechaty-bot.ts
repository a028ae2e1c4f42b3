/** Builds wechaty around a puppet, and lets go of both. */

import type { Puppet } from 'wechaty-puppet';
import type { PuppetEvents } from './puppet-events.js';
import { within } from './waiting.js';

/** The part of wechaty that is used. */
export interface WechatyBot {
  start(): Promise<void>;
  stop(): Promise<void>;
  on(event: 'error', handler: (error: unknown) => void): unknown;
}

export interface WechatyBotOptions {
  readonly puppet: Puppet;
  readonly events: PuppetEvents;
  /** Where wechaty keeps the login, without its ending `.memory-card.json`; in memory unless told. */
  readonly memoryPath: string | undefined;
  readonly onError: (error: unknown) => void;
}

const STOP_WITHIN_MS = 4_500;

export async function buildWechaty({ puppet, events, memoryPath, onError }: WechatyBotOptions): Promise<WechatyBot> {
  const { WechatyBuilder } = await import('wechaty');
  const bot = WechatyBuilder.build({ puppet, ...(memoryPath !== undefined && { name: memoryPath }) });
  bot.on('error', onError);
  await events.takeOver(() => bot.init());
  return bot;
}

/**
 * Stops both, for good. A puppet in the middle of its own restart would come back to life after it was stopped and take
 * the platform's only event stream, so its way back is closed first.
 */
export async function retire(bot: WechatyBot, puppet: Puppet): Promise<void> {
  puppet.start = () => Promise.reject(new Error('This puppet has retired.'));
  try {
    await within(STOP_WITHIN_MS, 'Stopping the puppet', bot.stop());
  } catch {
    // It was lost anyway; what still hangs is left behind with nobody listening.
  }
}
