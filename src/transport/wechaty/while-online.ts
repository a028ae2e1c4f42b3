/** Does something on the platform while there is a login, and no longer. */

import type { BotConnection } from './bot-connection.js';
import type { BotView } from './bot-view.js';
import { lostWhileSending, offline } from './send-failure.js';
import { untilAborted } from './waiting.js';

/** Rejects with a SendError where there is none, or it is lost on the way, and with what `act` rejects with. */
export async function whileOnline<T extends object>(
  bot: BotConnection | undefined,
  isOnline: boolean,
  act: (view: BotView) => Promise<T>,
): Promise<T> {
  const view = bot?.view();
  if (!bot || !view || !isOnline) throw offline();
  const done = await untilAborted(bot.over, act(view));
  if (!done) throw lostWhileSending();
  return done;
}
