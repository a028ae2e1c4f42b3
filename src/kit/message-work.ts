/** A message being answered: who said it, where, and what answering it needs. */

import type { ChatMessage } from '../ports/chat-gateway.js';
import type { Room } from '../storage/rooms.js';
import type { DispatcherOptions } from './dispatcher-options.js';
import type { ChatWork, Work } from './work.js';

export interface MessageWork extends Work {
  readonly options: DispatcherOptions;
  readonly message: ChatMessage;
  readonly chatRoom: Room | undefined;
}

/** Written out, since this happens for every message and a spread costs ten times as much. */
export function messageWork(
  { tx, now, account, pacing, profile, catalogue, pictures }: Work,
  options: DispatcherOptions,
  message: ChatMessage,
  chatRoom: Room | undefined,
): MessageWork {
  return { tx, now, account, pacing, profile, catalogue, pictures, options, message, chatRoom };
}

export type AnsweringWork = MessageWork & ChatWork;

/** What became of a line: `unknown` leaves it to the next who may understand it. */
export type Outcome = 'answered' | 'unknown';

export function botNamesOf({ account }: Work): readonly string[] {
  return account.botName === null ? [] : [account.botName];
}
