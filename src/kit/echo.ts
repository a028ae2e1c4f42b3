/** Our own messages coming back: kept, so that a send with an unknown end can be settled by them. */

import type { ChatEvents } from '../ports/chat-gateway.js';
import { appendEcho } from '../storage/echoes.js';
import type { Work } from './work.js';

export async function noteEcho(work: Work, event: ChatEvents['message.echoed']): Promise<void> {
  const target = 'roomPlatformId' in event.to ? event.to.roomPlatformId : event.to.personPlatformId;
  await appendEcho(work.tx, {
    accountId: work.account.id,
    messageId: event.messageId,
    target,
    text: event.text,
    at: event.sentAt,
  });
}
