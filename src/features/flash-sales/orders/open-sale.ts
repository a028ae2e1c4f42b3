/** Opens a flash sale, now or for later. */

import { mayBeHeld, saidEarly, saidInRoom, toldEarly } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/flash-sales.js';
import { accept, type Decision, refuse } from '../../../domain/decision.js';
import type { SaleOpening } from '../../../domain/flash-sale-opening.js';
import { FLASH_SALE_LIMITS, FLASH_SALE_MINUTES, isOpenAt } from '../../../domain/flash-sale.js';
import { decideMoment } from '../../../kit/activity-times.js';
import { tellOpening } from '../../../kit/announce.js';
import { makeAppointment } from '../../../kit/appointment.js';
import { EARLY_MINUTES, tellEarly } from '../../../kit/early-notice.js';
import { isPublic } from '../../../kit/public-place.js';
import { orRefuse, RefusedError } from '../../../kit/refused-error.js';
import { mayOverflow } from '../../../kit/started-budget.js';
import { appendFlashSale, findLastFlashSale, saveFlashSaleState } from '../../../storage/flash-sales.js';
import type { SaleWork } from '../commands/flash-sale.js';
import { START_OF_SALE } from '../keepers/start-sale.js';

const MINUTE_MS = 60_000;

/** The outbox kind of one that the room hears later. */
export const OPENING_OF_SALE = 'opening-sale';

export async function openSale(work: SaleWork, opening: SaleOpening): Promise<string | undefined> {
  const { tx, now, room, speaker, changes } = work;
  const wanted = orRefuse(complete(opening, work));
  await makeWay(work);
  const terms = { ...wanted, ...timesOf(opening, work) };
  const isLater = terms.startsAt > now;
  const state = isLater ? 'planned' : 'open';
  const id = await appendFlashSale(tx, { ...terms, state, roomId: room.id, openedBy: speaker.id, openedAt: now });
  if (isLater) await makeAppointment(work, room, { kind: START_OF_SALE, subjectId: id, at: terms.startsAt });
  changes.note({ opened: id });
  const warning = (await mayOverflow(work, room, terms.startsAt)) ? mayBeHeld(room.topic, terms.name) : undefined;
  const words = isLater ? copy.planned : copy.started;
  const body = words({ ...terms, sold: 0 }, room.settings.zone);
  const later = await toldBefore(work, room, body);
  return tellOpening(work, room, { body, elsewhere: saidInRoom(room.topic), warning, later });
}

/** One at a time; one whose time is over ends here at the latest. */
async function makeWay({ tx, now, room }: SaleWork): Promise<void> {
  const before = await findLastFlashSale(tx, room.id);
  if (before === undefined) return;
  if (isOpenAt(before, now)) throw new RefusedError({ code: 'flash_sale.running', name: before.name });
  if (before.state === 'planned' || before.state === 'open') await saveFlashSaleState(tx, before.id, 'ended');
}

/** Now, and for half an hour, unless said otherwise. */
function timesOf(
  opening: SaleOpening,
  { now, room, inRoom }: SaleWork,
): { readonly startsAt: number; readonly endsAt: number } {
  const example = inRoom(copy.examples.sale);
  const startsAt =
    opening.startsAt === undefined ? now : orRefuse(decideMoment({ at: opening.startsAt, now, room, example }));
  const endsAt = opening.endsAt ?? startsAt + FLASH_SALE_MINUTES * MINUTE_MS;
  return { startsAt, endsAt: orRefuse(decideMoment({ at: endsAt, now: startsAt, room, example })) };
}

function complete(
  { name, stock, price = 0, limit = 1 }: SaleOpening,
  { inRoom }: SaleWork,
): Decision<{ readonly name: string; readonly stock: number; readonly price: number }> {
  const { labels } = copy;
  const example = inRoom(copy.examples.sale);
  const between = (label: string, min: number, max: number): Decision<never> =>
    refuse({ code: 'argument.out_of_range', name: label, min, max });
  if (name === '') return refuse({ code: 'argument.missing', name: labels.name, example });
  if (stock === undefined) return refuse({ code: 'argument.missing', name: labels.stock, example });
  if ([...name].length > FLASH_SALE_LIMITS.name)
    return refuse({ code: 'argument.too_long', name: labels.name, max: FLASH_SALE_LIMITS.name });
  if (stock < 1 || stock > FLASH_SALE_LIMITS.stock) return between(labels.stock, 1, FLASH_SALE_LIMITS.stock);
  if (price > FLASH_SALE_LIMITS.price) return between(labels.price, 0, FLASH_SALE_LIMITS.price);
  if (limit !== 1) return between(labels.limit, 1, 1);
  return accept({ name, stock, price });
}

/** Who hears of it first hears it in private; where members read along, the answer keeps the rest in suspense. */
async function toldBefore(work: SaleWork, room: SaleWork['room'], body: string) {
  const early = await tellEarly(work, room, saidEarly(room.topic, body));
  if (early === undefined) return undefined;
  const people = isPublic(work.chatRoom) ? undefined : early.people;
  return { at: early.until, kind: OPENING_OF_SALE, reply: toldEarly(people, EARLY_MINUTES) };
}
