/** Hands an event to whoever listens. A fault of theirs is logged and holds up nothing. */

import type { Logger } from 'pino';
import type { ChatEvent, GatewayListener } from '../../ports/chat-gateway.js';
import { messageOf } from './plain-reason.js';

/** Never rejects. */
export async function deliverEvent(
  listener: GatewayListener | undefined,
  event: ChatEvent,
  log: Pick<Logger, 'error'>,
): Promise<void> {
  try {
    await listener?.onEvent(event);
  } catch (error) {
    log.error({ trouble: messageOf(error), event: event.type }, 'a chat event was not taken');
  }
}
