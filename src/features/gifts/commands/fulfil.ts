/** Fulfilment: what has to be handed out, that it was, or that it will not be. Members hear of it in their room. */

import * as copy from '../../../copy/zh-cn/gifts.js';
import { oneLine } from '../../../domain/display-name.js';
import type { RedemptionId } from '../../../domain/ids.js';
import { optional, text } from '../../../kit/argument.js';
import type { Changes } from '../../../kit/changes.js';
import { defineCommand } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork, Speaker } from '../../../kit/work.js';
import { lockRedemption, markRedemption } from '../../../storage/redemptions.js';
import { readRoom, type Room } from '../../../storage/rooms.js';
import { readShownRedemption } from '../../../storage/shown-redemptions.js';
import { cancelRedemption, redeemAgain } from '../cancel.js';
import { tellDelivery } from '../merged-replies/delivery.js';
import { sayPending } from '../pending.js';

export const fulfil = defineCommand({
  name: 'gifts.fulfil',
  triggers: copy.triggers.fulfil,
  summary: copy.summaries.fulfil,
  example: copy.examples.fulfil,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: optional(text(copy.labels.fulfilment, { max: 200 }), '') },

  async run(work) {
    const { args, room, inRoom } = work;
    if (args.order === '' || copy.asksForPending(args.order)) return sayPending(work, room);
    const { id, isCancelled, note } = present(copy.readFulfilment(args.order), {
      code: 'argument.missing',
      name: copy.labels.redemption,
      example: inRoom(copy.examples.fulfil),
    });
    await refuseElsewhere(work, id, room);
    return isCancelled ? cancel(work, id, oneLine(note)) : send(work, id, oneLine(note));
  },

  async undo(work, noted) {
    const { cancelled } = (noted ?? {}) as { readonly cancelled?: number };
    if (cancelled !== undefined) await redeemAgain(work, cancelled);
  },
});

type FulfilWork = ChatWork & { readonly speaker: Speaker; readonly changes: Changes; inRoom(line: string): string };

/** Whoever manages one room has a say in its redemptions alone. */
async function refuseElsewhere({ tx, account }: ChatWork, id: number, room: Room | undefined): Promise<void> {
  if (room === undefined) return;
  const redemption = await lockRedemption(tx, account.id, id);
  if (redemption?.roomId !== room.id) throw new RefusedError({ code: 'redemption.unknown', id });
}

async function send(work: FulfilWork, id: number, note: string): Promise<string> {
  const { tx, now, account, speaker, changes } = work;
  await changes.watch('redemption', { id: id as RedemptionId }, ['state', 'note', 'done_at', 'done_by']);
  const redemption = present(await lockRedemption(tx, account.id, id), { code: 'redemption.unknown', id });
  const { state } = redemption;
  if (state !== 'pending') throw new RefusedError({ code: 'redemption.not_pending', id, state });
  await markRedemption(tx, redemption.id, { state: 'fulfilled', note: note || null, by: speaker.id, at: now });
  return tell(work, redemption.id, true);
}

async function cancel(work: FulfilWork, id: number, note: string): Promise<string> {
  const { speaker, changes, inRoom } = work;
  const example = inRoom(copy.labels.cancelExample);
  if (note === '') throw new RefusedError({ code: 'argument.missing', name: copy.labels.reason, example });
  await cancelRedemption(work, id, { by: speaker.id, role: speaker.role, note });
  changes.note({ cancelled: id });
  return tell(work, id as RedemptionId, false);
}

async function tell(work: FulfilWork, id: RedemptionId, isSent: boolean): Promise<string> {
  const shown = await readShownRedemption(work.tx, id);
  await tellDelivery(work, await readRoom(work.tx, shown.roomId), { name: shown.name, gift: shown.gift, isSent });
  return isSent ? copy.fulfilled(shown) : copy.cancelledByStaff(shown);
}
