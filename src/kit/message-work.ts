/** A message being answered: who said it, where, and what answering it needs. */

import type { MemberId } from '../domain/ids.js';
import type { ChatMessage } from '../ports/chat-gateway.js';
import type { Room } from '../storage/rooms.js';
import type { DispatcherOptions } from './dispatcher-options.js';
import type { ChatWork, Export, Work } from './work.js';

export type { Export } from './work.js';

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

export type AnsweringWork = MessageWork &
  ChatWork & {
    /** What the speaker was handed so far. */
    readonly exports: readonly Export[];
    /** Absent until what the message asks for was confirmed. */
    readonly confirmed?: Confirmed;
  };

interface Confirmed {
  readonly code: string;
  /** Of what was confirmed. */
  readonly fingerprint: string;
  /** The second manager; null where none was needed. */
  readonly by: MemberId | null;
}

/** What became of a line: `unknown` leaves it to the next who may understand it. */
export type Outcome = 'answered' | 'unknown';

export function botNamesOf({ account }: Work): readonly string[] {
  return account.botName === null ? [] : [account.botName];
}
