/** Cancels a sale, or ends it early for those who have not bought; and takes an opening back. */

import { saidInRoom } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/flash-sales.js';
import { isOpenAt } from '../../../domain/flash-sale.js';
import type { FlashSaleId } from '../../../domain/ids.js';
import { orderedFor, sayInRoom } from '../../../kit/announce.js';
import { makeAppointment } from '../../../kit/appointment.js';
import type { Json } from '../../../kit/changes.js';
import type { UndoWork } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { deleteAppointment } from '../../../storage/appointments.js';
import {
  deleteFlashSale,
  findLastFlashSale,
  type FlashSale,
  listBuyers,
  readFlashSale,
  saveFlashSaleState,
} from '../../../storage/flash-sales.js';
import { markOpeningWithdrawn } from '../../../storage/openings.js';
import { readRoom } from '../../../storage/rooms.js';
import type { SaleWork } from '../commands/flash-sale.js';
import { START_OF_SALE } from '../keepers/start-sale.js';
import { OPENING_OF_SALE } from './open-sale.js';

export async function cancelSale(work: SaleWork): Promise<string | undefined> {
  const { tx, now, room, changes, confirm } = work;
  const sale = await findLastFlashSale(tx, room.id);
  if (sale === undefined || !isOpenAt(sale, now)) throw new RefusedError({ code: 'flash_sale.none' });
  const names = (await listBuyers(tx, sale.id)).map(({ name }) => name);
  await confirm({ what: copy.cancelling(sale.name), people: names.length, names });
  await end(work, sale);
  changes.note({ cancelled: sale.id });
  const body = sale.sold === 0 ? copy.cancelled(sale.name) : copy.ended(sale);
  return (await sayInRoom(work, room, body)) ? undefined : saidInRoom(room.topic);
}

/** What somebody bought stays theirs, so an opening is taken back only while nobody has. */
export async function undoSale(work: UndoWork, noted: Json): Promise<void> {
  const { opened, cancelled } = noted as { readonly opened?: FlashSaleId; readonly cancelled?: FlashSaleId };
  const id = opened ?? cancelled;
  if (id === undefined) return;
  const sale = await readFlashSale(work.tx, id);
  if (opened === undefined) return reopen(work, sale);
  if (sale.sold > 0) throw new RefusedError({ code: 'flash_sale.has_sold', name: sale.name, sold: sale.sold });
  if (sale.state !== 'planned' && sale.state !== 'open') return;
  await end(work, sale);
  await deleteFlashSale(work.tx, sale.id);
  await orderedFor(work, await readRoom(work.tx, sale.roomId), copy.cancelled(sale.name));
}

async function end({ tx }: Pick<UndoWork, 'tx'>, sale: FlashSale): Promise<void> {
  await saveFlashSaleState(tx, sale.id, sale.sold === 0 ? 'cancelled' : 'ended');
  await deleteAppointment(tx, START_OF_SALE, sale.id);
  await markOpeningWithdrawn(tx, sale.roomId, OPENING_OF_SALE);
}

async function reopen(work: UndoWork, sale: FlashSale): Promise<void> {
  const { tx, now } = work;
  const latest = await findLastFlashSale(tx, sale.roomId);
  if (latest && isOpenAt(latest, now)) throw new RefusedError({ code: 'flash_sale.running', name: latest.name });
  if (now >= sale.endsAt) throw new RefusedError({ code: 'flash_sale.over' });
  const room = await readRoom(tx, sale.roomId);
  const isLater = sale.startsAt > now;
  await saveFlashSaleState(tx, sale.id, isLater ? 'planned' : 'open');
  if (isLater) await makeAppointment(work, room, { kind: START_OF_SALE, subjectId: sale.id, at: sale.startsAt });
  const words = isLater ? copy.planned : copy.started;
  await orderedFor(work, room, words(sale, room.settings.zone));
}
