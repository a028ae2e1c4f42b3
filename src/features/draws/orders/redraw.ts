/** Draws the next number of the same order in place of a winner who left or does not come forward. Cannot be taken back. */

import { saidInRoom } from '../../../copy/zh-cn/activities.js';
import * as copy from '../../../copy/zh-cn/draws.js';
import { sayInRoom } from '../../../kit/announce.js';
import { reversePoints } from '../../../kit/points.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { type Entrant, listDrawn, listEntrants, markReplaced } from '../../../storage/draw-entries.js';
import { type Draw, findLastSealedDraw } from '../../../storage/draws.js';
import type { DrawWork } from '../commands/draw.js';
import { drawNumbers, prizeRef } from '../draw-numbers.js';

export async function redraw(work: DrawWork, rank: number, reason: string): Promise<string | undefined> {
  const { tx, now, room, changes } = work;
  const draw = present(await findLastSealedDraw(tx, room.id), { code: 'draw.none' });
  if (draw.state !== 'drawn') throw new RefusedError({ code: 'draw.not_drawn', name: draw.name });
  const replaced = present(await findWinner(work, draw, rank), { code: 'draw.no_rank', rank });
  const [winner] = await drawNumbers(work, draw, 1);
  if (winner === undefined) throw new RefusedError({ code: 'draw.nobody_left', name: draw.name });
  await markReplaced(tx, draw.id, rank, reason);
  const key = { roomId: room.id, memberId: replaced.memberId };
  await reversePoints(tx, key, { reason: 'draw', ref: prizeRef(draw, rank), day: work.today }, now);
  changes.note({ redrawn: draw.id, name: draw.name, rank, reason, winner: winner.number });
  const body = copy.redrawn(draw.name, { rank, number: replaced.number, name: replaced.name }, winner, reason);
  return (await sayInRoom(work, room, body)) ? undefined : saidInRoom(room.topic);
}

async function findWinner({ tx }: DrawWork, draw: Draw, rank: number): Promise<Entrant | undefined> {
  const won = (await listDrawn(tx, draw.id)).find((one) => one.rank === rank && one.state === 'won');
  return won && (await listEntrants(tx, draw.id)).find(({ number }) => number === won.number);
}
