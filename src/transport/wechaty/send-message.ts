/**
 * Sends one message: words, or a picture. The words hold `@name` already, so the puppet is used directly: wechaty's
 * `say` would write it again.
 */

import type { Picture } from '../../domain/picture.js';
import type { GatewayCapabilities, OutgoingMessage } from '../../ports/chat-gateway.js';
import { SendError } from '../../ports/chat-gateway.js';
import type { BotView } from './bot-view.js';
import { addressFailure, sendFailure } from './send-failure.js';
import { within } from './waiting.js';

const FIND_WITHIN_MS = 5_000;
const SEND_WITHIN_MS = 15_000;
/** Ten megabytes over a slow line. */
const SEND_PICTURE_WITHIN_MS = 60_000;

/** Rejects with a SendError and nothing else. */
export async function sendMessage(
  view: BotView,
  message: OutgoingMessage,
  mention: GatewayCapabilities['mention'],
): Promise<{ readonly messageId?: string }> {
  await mustExist(view, message.to);
  try {
    const patience = message.picture ? SEND_PICTURE_WITHIN_MS : SEND_WITHIN_MS;
    const sending = message.picture ? sendPicture(view, message.to, message.picture) : sendText(view, message, mention);
    const messageId = await within(patience, 'Sending', sending);
    return typeof messageId === 'string' && messageId !== '' ? { messageId } : {};
  } catch (error) {
    throw sendFailure(error);
  }
}

function sendText(
  { puppet }: BotView,
  { to, text, mentions }: OutgoingMessage,
  mention: GatewayCapabilities['mention'],
) {
  const ids = mention === 'ids' && 'roomPlatformId' in to ? mentions.map(({ platformId }) => platformId) : [];
  return puppet.messageSendText(conversationOf(to), text, ids);
}

/** As Base64, since the puppet service's client cannot hand over a small buffer. */
async function sendPicture({ puppet }: BotView, to: OutgoingMessage['to'], { name, bytes }: Picture) {
  const { FileBox } = await import('file-box');
  return puppet.messageSendFile(conversationOf(to), FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name));
}

function conversationOf(to: OutgoingMessage['to']): string {
  return 'roomPlatformId' in to ? to.roomPlatformId : to.personPlatformId;
}

/** A chat that is not there is found out before anything leaves, while the answer is still certain. */
export async function mustExist(view: BotView, to: OutgoingMessage['to']): Promise<void> {
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
