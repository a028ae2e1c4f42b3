/** Sends one text. The words hold `@name` already, so the puppet is used directly: wechaty's `say` would write it again. */

import type { GatewayCapabilities, OutgoingMessage } from '../../ports/chat-gateway.js';
import { SendError } from '../../ports/chat-gateway.js';
import type { BotView } from './bot-view.js';
import { addressFailure, sendFailure } from './send-failure.js';
import { within } from './waiting.js';

const FIND_WITHIN_MS = 5_000;
const SEND_WITHIN_MS = 15_000;

/** Rejects with a SendError and nothing else. */
export async function sendText(
  view: BotView,
  { to, text, mentions }: OutgoingMessage,
  mention: GatewayCapabilities['mention'],
): Promise<{ readonly messageId?: string }> {
  const conversationId = 'roomPlatformId' in to ? to.roomPlatformId : to.personPlatformId;
  await mustExist(view, to);
  const ids = mention === 'ids' && 'roomPlatformId' in to ? mentions.map(({ platformId }) => platformId) : [];
  try {
    const sending = view.puppet.messageSendText(conversationId, text, ids);
    const messageId = await within(SEND_WITHIN_MS, 'Sending', sending);
    return typeof messageId === 'string' && messageId !== '' ? { messageId } : {};
  } catch (error) {
    throw sendFailure(error);
  }
}

/** A chat that is not there is found out before anything leaves, while the answer is still certain. */
async function mustExist(view: BotView, to: OutgoingMessage['to']): Promise<void> {
  const check = 'roomPlatformId' in to ? mustBeInRoom(view, to.roomPlatformId) : mustKnow(view, to.personPlatformId);
  try {
    await within(FIND_WITHIN_MS, 'Finding the chat', check);
  } catch (error) {
    throw addressFailure(error);
  }
}

async function mustBeInRoom({ puppet, selfId, leftRooms }: BotView, roomId: string): Promise<void> {
  const { memberIdList } = await puppet.roomPayload(roomId);
  const isListed = memberIdList.length === 0 || memberIdList.includes(selfId);
  if (!isListed || leftRooms.has(roomId)) {
    throw new SendError('not-sent', 'gone', 'The bot is not in this room any more.');
  }
}

async function mustKnow({ puppet }: BotView, personId: string): Promise<void> {
  await puppet.contactPayload(personId);
}
