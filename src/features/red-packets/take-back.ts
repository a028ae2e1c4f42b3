/** Undoes what was written down of red packets: the budget is kept on the way back too. */

import { undoneReason } from '../../copy/zh-cn/red-packets.js';
import type { RedPacketId } from '../../domain/ids.js';
import { RefusedError } from '../../kit/refused-error.js';
import type { Work } from '../../kit/work.js';
import {
  deleteUnusedBudget,
  lockBudget,
  lockRedPacket,
  markVoid,
  saveBudget,
  spend,
} from '../../storage/red-packets.js';
import type { Room } from '../../storage/rooms.js';

/** A record stays where it was, and counts no longer. */
export async function takeBack({ tx, now }: Work, room: Room, id: RedPacketId): Promise<void> {
  const packet = await lockRedPacket(tx, room.id, id);
  if (packet === undefined || packet.voidReason !== null) throw new RefusedError({ code: 'red_packet.void', id });
  await markVoid(tx, id, undoneReason(), now);
  await spend(tx, room.id, -packet.amount, now);
}

export async function countAgain({ tx, now }: Work, room: Room, id: RedPacketId): Promise<void> {
  const packet = await lockRedPacket(tx, room.id, id);
  if (packet === undefined || packet.voidReason === null) throw new RefusedError({ code: 'red_packet.unknown', id });
  if (!(await spend(tx, room.id, packet.amount, now))) throw await overBudget(tx, room);
  await markVoid(tx, id, null, now);
}

/** `before`: null where there was no budget. */
export async function takeBackBudget({ tx, now }: Work, room: Room, before: number | null): Promise<void> {
  if (before === null && (await deleteUnusedBudget(tx, room.id))) return;
  if (await saveBudget(tx, room.id, before ?? 0, now)) return;
  const budget = await lockBudget(tx, room.id);
  throw new RefusedError({ code: 'red_packet.below_spent', spent: budget?.spent ?? 0 });
}

async function overBudget(tx: Work['tx'], room: Room): Promise<RefusedError> {
  const budget = await lockBudget(tx, room.id);
  return new RefusedError({ code: 'red_packet.over_budget', left: (budget?.total ?? 0) - (budget?.spent ?? 0) });
}
