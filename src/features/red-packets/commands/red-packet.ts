/** Red packets that people gave: written down against a budget. The bot itself never sends or takes money. */

import * as copy from '../../../copy/zh-cn/red-packets.js';
import { oneLine } from '../../../domain/display-name.js';
import type { RedPacketId } from '../../../domain/ids.js';
import type { Changes, Impact } from '../../../kit/changes.js';
import { defineCommand } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork, Speaker } from '../../../kit/work.js';
import {
  appendRedPacket,
  listRedPackets,
  lockBudget,
  lockRedPacket,
  markVoid,
  saveBudget,
  spend,
} from '../../../storage/red-packets.js';
import type { Room } from '../../../storage/rooms.js';
import { type RedPacketOrder, redPacketOrder } from '../red-packet-order.js';
import { countAgain, takeBack, takeBackBudget } from '../take-back.js';

/** What one red packet can hold on the platform: more than that is confirmed. */
const CONFIRMED_FROM_FEN = 20_000;
const SHOWN = 5;

interface Noted {
  readonly recorded?: RedPacketId;
  readonly voided?: RedPacketId;
  /** The total before; null where there was none. */
  readonly budget?: { readonly before: number | null };
}

type RedPacketWork = ChatWork & {
  readonly speaker: Speaker;
  readonly room: Room;
  readonly changes: Changes;
  inRoom(line: string): string;
  confirm(impact: Impact): Promise<void>;
};

export const redPacket = defineCommand({
  name: 'red-packets.red-packet',
  triggers: copy.triggers.redPacket,
  summary: copy.summaries.redPacket,
  example: copy.examples.redPacket,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { order: redPacketOrder },

  async run(work) {
    const { order } = work.args;
    if (order.do === 'budget') return setBudget(work, order.amount);
    if (order.do === 'record') return record(work, order);
    return order.do === 'void' ? voidOne(work, order.id, oneLine(order.note)) : show(work);
  },

  async undo(work, noted) {
    const { recorded, voided, budget } = (noted ?? {}) as Noted;
    const room = present(work.room, { code: 'room.not_registered' });
    if (recorded !== undefined) await takeBack(work, room, recorded);
    if (voided !== undefined) await countAgain(work, room, voided);
    if (budget !== undefined) await takeBackBudget(work, room, budget.before);
  },
});

async function show({ tx, room, inRoom }: RedPacketWork): Promise<string> {
  const budget = await lockBudget(tx, room.id);
  return copy.overview(room, budget, await listRedPackets(tx, room.id, SHOWN), inRoom);
}

async function setBudget(work: RedPacketWork, total: number): Promise<string> {
  const { tx, now, room, changes, confirm } = work;
  await confirm({ what: copy.settingBudget(room.topic, total), people: 0, names: [], money: true });
  const before = await lockBudget(tx, room.id);
  if (!(await saveBudget(tx, room.id, total, now))) {
    throw new RefusedError({ code: 'red_packet.below_spent', spent: before?.spent ?? 0 });
  }
  changes.note({ budget: { before: before?.total ?? null } });
  return copy.budgetSet(room.topic, total, before?.spent ?? 0);
}

async function record(work: RedPacketWork, order: RedPacketOrder & { readonly do: 'record' }): Promise<string> {
  const { tx, now, room, speaker, changes, confirm, inRoom } = work;
  const { to, amount } = order;
  const note = oneLine(order.note);
  if (amount >= CONFIRMED_FROM_FEN) {
    await confirm({ what: copy.recording(to.name, amount, note), people: 1, names: [to.name], money: true });
  }
  const before = await lockBudget(tx, room.id);
  const example = inRoom(copy.labels.budgetExample);
  const { total, spent } = present(before, { code: 'red_packet.no_budget', example });
  if (!(await spend(tx, room.id, amount, now))) {
    throw new RefusedError({ code: 'red_packet.over_budget', left: total - spent });
  }
  const id = await appendRedPacket(tx, {
    roomId: room.id,
    memberId: to.id,
    amount,
    note,
    by: speaker.id,
    at: now,
  });
  changes.note({ recorded: id });
  return copy.recorded({ id, name: to.name, amount, note }, total - spent - amount);
}

async function voidOne({ tx, now, room, changes }: RedPacketWork, number: number, reason: string): Promise<string> {
  const { id, amount, voidReason } = present(await lockRedPacket(tx, room.id, number), {
    code: 'red_packet.unknown',
    id: number,
  });
  if (voidReason !== null) throw new RefusedError({ code: 'red_packet.void', id });
  await markVoid(tx, id, reason, now);
  await spend(tx, room.id, -amount, now);
  changes.note({ voided: id });
  const budget = await lockBudget(tx, room.id);
  return copy.voided(id, amount, (budget?.total ?? 0) - (budget?.spent ?? 0));
}
