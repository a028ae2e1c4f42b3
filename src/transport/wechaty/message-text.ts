/** What a message says: the words typed, the title of a link, the typed chain of a group note. */

import type { payloads } from 'wechaty-puppet';
import type { MessageKind } from '../../ports/chat-gateway.js';
import type { BotView } from './bot-view.js';
import { GROUP_NOTE } from './message-kind.js';
import { within } from './waiting.js';

const PATIENCE_MS = 5_000;
const TITLE = /<title>(?:<!\[CDATA\[)?([^]*?)(?:\]\]>)?<\/title>/;

export async function messageText(view: BotView, payload: payloads.Message, kind: MessageKind): Promise<string> {
  const text = payload.text ?? '';
  if (kind === 'link') return linkTitle(view, payload.id, text);
  if (kind !== 'text') return '';
  return payload.type === GROUP_NOTE ? titleOf(text) : text;
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
  const title = TITLE.exec(text)?.[1];
  if (title !== undefined) return plain(title);
  return text.trimStart().startsWith('<') ? '' : text;
}

function plain(xml: string): string {
  return xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
