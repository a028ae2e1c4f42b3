/** Draws the next numbers of the fixed order, books what they won, and keeps each step as a row. */

import type { Winner } from '../../copy/zh-cn/draws.js';
import type { DropReason } from '../../domain/draw.js';
import type { MemberId } from '../../domain/ids.js';
import { bookPoints } from '../../kit/points.js';
import type { RoomWork } from '../../kit/work.js';
import { appendDrawn, type DrawnNumber, type Entrant, listDrawn, listEntrants } from '../../storage/draw-entries.js';
import type { Draw } from '../../storage/draws.js';
import { listStaffIds } from '../../storage/roles.js';
import { orderOf } from './tickets.js';

export interface DrawnMember extends Winner {
  readonly memberId: MemberId;
}

/** Draws until `wanted` have won, or the list is at its end. Who left or became staff since the sealing is passed over. */
export async function drawNumbers(work: RoomWork, draw: Draw, wanted: number): Promise<DrawnMember[]> {
  const entrants = await listEntrants(work.tx, draw.id);
  const listed = new Map(entrants.filter((one) => one.dropped === null).map((one) => [one.number, one]));
  const staff = new Set(await listStaffIds(work.tx, work.room.id));
  const before = await listDrawn(work.tx, draw.id);
  const rest = orderOf(draw, [...listed.values()]).slice(before.length);
  const winners: DrawnMember[] = [];
  for (const [index, number] of rest.entries()) {
    if (winners.length === wanted) break;
    const entrant = listed.get(number);
    if (entrant === undefined) continue;
    const rank = before.length + index + 1;
    const barred = barredBy(entrant, staff);
    await appendDrawn(work.tx, draw.id, drawnNumber(rank, number, barred), work.now);
    if (barred !== undefined) continue;
    await payPrize(work, draw, { rank, memberId: entrant.memberId });
    winners.push({ rank, number, name: entrant.name, memberId: entrant.memberId });
  }
  return winners;
}

export function barredBy({ leftAt, memberId }: Entrant, staff: ReadonlySet<MemberId>): DropReason | undefined {
  if (leftAt !== null) return 'left';
  return staff.has(memberId) ? 'staff' : undefined;
}

export function prizeRef(draw: Pick<Draw, 'id'>, rank: number): string {
  return `draw:${draw.id}:${rank}`;
}

function drawnNumber(rank: number, number: number, barred: DropReason | undefined): DrawnNumber {
  return { rank, number, state: barred === undefined ? 'won' : 'passed', reason: barred ?? '' };
}

/** A prize was promised by number, so the daily cap of what one can earn by being quick does not cut it. */
async function payPrize(
  { tx, now, room, today }: RoomWork,
  draw: Draw,
  { rank, memberId }: { readonly rank: number; readonly memberId: MemberId },
): Promise<void> {
  if (draw.points === 0) return;
  const entry = { reason: 'draw', ref: prizeRef(draw, rank), amount: draw.points, day: today } as const;
  await bookPoints(tx, { roomId: room.id, memberId }, entry, now);
}
