/** Wechaty's message types in the port's words. The numbers are fixed by its protocol; loading its enum would take a second. */

import type { payloads } from 'wechaty-puppet';
import type { MessageKind } from '../../ports/chat-gateway.js';
import { CHAIN_CARD, readAppCard } from './app-card.js';

const KINDS: Readonly<Record<number, MessageKind>> = {
  1: 'file',
  2: 'voice',
  3: 'other', // a contact card
  4: 'other', // forwarded chat history
  5: 'sticker',
  6: 'picture',
  7: 'text',
  8: 'other', // a location
  9: 'other', // a mini program
  10: 'text', // a group note: the card of a chain of entries, its title is the typed chain
  11: 'other', // a transfer
  12: 'other', // a red envelope
  14: 'link',
  15: 'video',
  16: 'other', // a post
};

const TYPED_TEXT = 7;
/** Under these some platforms hand over cards whose kind they do not know, XML and all. */
const UNKNOWN_CARDS: readonly number[] = [0, 1, 14];

/** Absent for what is not a message of a person: unknown types and the notice of a recall. */
export function messageKind(type: number): MessageKind | undefined {
  return KINDS[type];
}

/** The same, by the message itself: a chain of entries is text whatever its platform takes it for. */
export function kindOf({ type, text }: Pick<payloads.Message, 'type' | 'text'>): MessageKind | undefined {
  return UNKNOWN_CARDS.includes(type) && text && readAppCard(text)?.type === CHAIN_CARD ? 'text' : messageKind(type);
}

export function isTypedText({ type }: Pick<payloads.Message, 'type'>): boolean {
  return type === TYPED_TEXT;
}
