/** Reads a message from the puppet, and again if that fails: a message that cannot be read is a check-in lost. */

import type { payloads } from 'wechaty-puppet';
import type { BotView } from './bot-view.js';

/** Milliseconds to wait before the second and the third try. */
const PAUSES = [200, 1_000] as const;

export async function readMessage({ puppet }: BotView, messageId: string): Promise<payloads.Message> {
  for (const milliseconds of PAUSES) {
    try {
      return await puppet.messagePayload(messageId);
    } catch {
      await new Promise((resolve) => {
        setTimeout(resolve, milliseconds);
      });
    }
  }
  return puppet.messagePayload(messageId);
}
