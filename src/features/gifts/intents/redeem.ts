/** Redeem: alone it shows what there is, with a gift it is had at once. Addresses and codes are for the private chat. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { type Gift, readWish } from '../../../domain/gift.js';
import { mayActAs } from '../../../domain/role.js';
import { dayFor } from '../../../kit/day-for.js';
import { defineIntent } from '../../../kit/feature.js';
import { orRefuse } from '../../../kit/refused-error.js';
import type { ChatWork, Reply } from '../../../kit/work.js';
import { listGifts } from '../../../storage/gifts.js';
import { readRole } from '../../../storage/roles.js';
import type { Room } from '../../../storage/rooms.js';
import { readStanding } from '../../../storage/standings.js';
import { homeRoom } from '../home-room.js';
import { sayPending } from '../pending.js';
import { redeemGift } from '../redeem.js';

export const redeem = defineIntent({
  name: 'gifts.redeem',
  intent: 'redeem',
  scope: 'anywhere',
  help: copy.help.redeem,

  async run(work) {
    const { tx, account, understood } = work;
    if (copy.asksForPending(understood.arg) && (await isManager(work))) return sayPending(work, work.room);
    const room = await homeRoom(work);
    const gifts = (await listGifts(tx, account.id, room.id)).filter((gift) => gift.listed);
    return understood.arg === '' ? showGifts(work, room, gifts) : redeemOne(work, room, understood.arg, gifts);
  },
});

async function isManager({ tx, speaker, sentAt, chatRoom }: ChatWork): Promise<boolean> {
  return mayActAs(await readRole(tx, speaker.id, chatRoom?.id, sentAt), 'manager');
}

async function showGifts({ tx, speaker }: ChatWork, room: Room, gifts: readonly Gift[]): Promise<string> {
  const { balance } = await readStanding(tx, { roomId: room.id, memberId: speaker.id });
  return copy.giftList(gifts, speaker.name, balance);
}

async function redeemOne(work: ChatWork, room: Room, wanted: string, gifts: readonly Gift[]): Promise<Reply> {
  const { tx, now, speaker, chatRoom, sentAt } = work;
  const wish = orRefuse(readWish(wanted, gifts));
  const key = { roomId: room.id, memberId: speaker.id };
  const redeemed = await redeemGift(tx, key, wish, { now, today: dayFor(room, sentAt) });
  const words = copy.redeemed({ ...redeemed, ...wish }, chatRoom === undefined);
  return chatRoom === undefined ? words : { mention: words };
}
