/** Somebody who owes an address tells it to the whole room: asked, kindly, to say it in private. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { displayName } from '../../../domain/display-name.js';
import { defineListener } from '../../../kit/feature.js';
import { queueReply } from '../../../kit/work.js';
import { findMemberId } from '../../../storage/members.js';
import { listOwnRedemptions } from '../../../storage/shown-redemptions.js';

const LATEST = 5;

export const addressInPublic = defineListener({
  name: 'gifts.address-in-public',
  on: 'message.received',
  concerns: (event) => event.kind === 'text' && event.room !== undefined && copy.looksLikeAddress(event.text),

  async run(work) {
    const { tx, account, room, event } = work;
    const memberId = room && (await findMemberId(tx, account.id, event.sender.platformId));
    if (!room || memberId === undefined) return;
    const own = await listOwnRedemptions(tx, account.id, memberId, LATEST);
    const owes = own.some(
      ({ state, needsAddress, address }) => state === 'pending' && needsAddress && address === null,
    );
    if (!owes) return;
    const name = displayName(event.sender.name);
    await queueReply(work, { roomId: room.id }, `@${name} ${copy.addressInPublic(event.sender.name)}`, {
      mentions: [memberId],
    });
  },
});
