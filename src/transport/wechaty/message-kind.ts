/** Wechaty's message types in the port's words. The numbers are fixed by its protocol; loading its enum would take a second. */

import type { MessageKind } from '../../ports/chat-gateway.js';

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

export const GROUP_NOTE = 10;

/** Absent for what is not a message of a person: unknown types and the notice of a recall. */
export function messageKind(type: number): MessageKind | undefined {
  return KINDS[type];
}
