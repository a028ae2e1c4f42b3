/** A chain list being taken in: who posted it where, and the day that its new lines count for. */

import type { ChainList } from '../../domain/chain-list/chain-list-reader.js';
import type { LocalDay } from '../../domain/local-day.js';
import type { Work } from '../../kit/work.js';
import type { Member } from '../../storage/members.js';
import type { Room } from '../../storage/rooms.js';

export type ListWork = Work & {
  readonly room: Room;
  readonly list: ChainList;
  /** Under the name used in the room. */
  readonly sender: Member;
  readonly sentAt: number;
  readonly day: LocalDay;
};
