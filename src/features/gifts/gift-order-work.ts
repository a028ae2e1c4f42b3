/** What an order about gifts is run with, and how the gift that it is about is found. */

import { labels } from '../../copy/zh-cn/gifts.js';
import type { GiftOrder } from '../../domain/gift-order.js';
import type { Gift } from '../../domain/gift.js';
import { giftsNamed } from '../../domain/gift.js';
import { mayActAs } from '../../domain/role.js';
import type { Changes } from '../../kit/changes.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { ChatWork, Speaker } from '../../kit/work.js';
import { listGifts } from '../../storage/gifts.js';
import { readRole } from '../../storage/roles.js';
import type { Room } from '../../storage/rooms.js';

export type GiftOrderWork = ChatWork & {
  readonly speaker: Speaker;
  /** Absent where all rooms of the account are meant. */
  readonly room: Room | undefined;
  inRoom(line: string): string;
  readonly changes: Changes;
};

export type RunGiftOrder = (work: GiftOrderWork, order: GiftOrder) => Promise<string>;

/** The one gift of this name or number. What all rooms have is not changed by whoever manages one of them. */
export async function findOrdered(work: GiftOrderWork, { name }: GiftOrder): Promise<Gift> {
  const { tx, account, room, inRoom } = work;
  if (name === '') throw missingName(inRoom);
  const named = giftsNamed(name, await listGifts(tx, account.id, room?.id));
  const [gift, other] = named;
  if (gift === undefined) throw new RefusedError({ code: 'gift.unknown', name });
  if (other !== undefined) throw new RefusedError({ code: 'gift.ambiguous', name, gifts: named });
  if (gift.roomId === 0) await refuseUnlessOverAll(work, gift);
  return gift;
}

export function missingName(inRoom: (line: string) => string): RefusedError {
  return new RefusedError({ code: 'argument.missing', name: labels.gift, example: inRoom(labels.addExample) });
}

async function refuseUnlessOverAll({ tx, speaker, sentAt, chatRoom }: GiftOrderWork, { name }: Gift): Promise<void> {
  if (chatRoom?.kind === 'staff') return;
  const role = await readRole(tx, speaker.id, undefined, sentAt);
  if (!mayActAs(role, 'manager')) throw new RefusedError({ code: 'gift.of_all_rooms', name });
}
