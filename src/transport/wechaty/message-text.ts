/** What a message says: the words typed, the title of a link, the typed chain of a group note. */

import type { payloads } from 'wechaty-puppet';
import type { MessageKind } from '../../ports/chat-gateway.js';
import { readAppCard } from './app-card.js';
import type { BotView } from './bot-view.js';
import { isTypedText } from './message-kind.js';
import { within } from './waiting.js';

const PATIENCE_MS = 5_000;

/** What needs no second look: the text of a message that is nothing but words. */
export function plainText(payload: payloads.Message, kind: MessageKind): string | undefined {
  return kind === 'text' && isTypedText(payload) ? (payload.text ?? '') : undefined;
}

export async function messageText(view: BotView, payload: payloads.Message, kind: MessageKind): Promise<string> {
  const text = payload.text ?? '';
  if (kind === 'link') return linkTitle(view, payload.id, text);
  if (kind !== 'text') return '';
  return isTypedText(payload) ? text : titleOf(text);
}

/** Some platforms put the whole XML of the card into the text; asking for the link's title is one more call. */
async function linkTitle({ puppet }: BotView, messageId: string, text: string): Promise<string> {
  try {
    const { title } = await within(PATIENCE_MS, 'A look-up of a link', puppet.messageUrl(messageId));
    return title;
  } catch {
    return titleOf(text);
  }
}

function titleOf(text: string): string {
  const title = readAppCard(text)?.title;
  if (title !== undefined) return title;
  return text.trimStart().startsWith('<') ? '' : text;
}
