/** What the dispatcher is made of. Wording comes from outside: the kit speaks no language. */

import type { Logger } from 'pino';
import type { AlertNews } from '../domain/alert-news.js';
import type { ConfirmationNews } from '../domain/confirmation.js';
import type { AccountId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { Pacing } from '../domain/pacing.js';
import type { Refusal } from '../domain/refusal.js';
import type { Understanding } from '../domain/understanding/understanding.js';
import type { ChatMessage, ChatRoom } from '../ports/chat-gateway.js';
import type { Clock } from '../ports/clock.js';
import type { PictureShelf } from '../ports/picture-shelf.js';
import type { Room } from '../storage/rooms.js';
import type { Catalogue } from './catalogue.js';
import type { Lease } from './lease.js';

export interface Wording {
  refusal(refusal: Refusal): string;
  fault(incident: string): string;
  alert(news: AlertNews, account: string): string;
  confirmation(news: ConfirmationNews): string;
  /** Tells rooms of one name apart. */
  room(room: Room): string;
}

export interface DispatcherOptions {
  readonly accountId: AccountId;
  readonly accountName: string;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Logger;
  readonly pacing: Pacing;
  readonly pictures: PictureShelf;
  /** Absent where no other process can have the account. */
  readonly lease?: Lease;
  readonly wording: Wording;
  /** The recogniser: what a line means that was said on `today` to a bot of these names. */
  understand(line: string, today: LocalDay, botNames: readonly string[]): Understanding;
  parseDay(text: string, today: LocalDay): LocalDay | undefined;
  /** Since when there is a connection, as an instant; undefined while there is none. */
  onlineSince(): number | undefined;
  /** Asks the platform who is in the room; the answer comes as an event. */
  requestRoster(roomPlatformId: string): void;
  /** Asks what the codes in a picture say; the answer comes as an event, if there is one. Absent where nothing reads them. */
  requestCodes?(message: ChatMessage & { readonly room: ChatRoom }): void;
  /** A number that people can quote and a log can be searched for. */
  newIncident(): string;
}
