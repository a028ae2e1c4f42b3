/** How the room's draw stands, or how the last one ended. */

import * as copy from '../../../copy/zh-cn/draws.js';
import { listDrawn, listEntrants } from '../../../storage/draw-entries.js';
import { type Draw, findLastSealedDraw, findRunningDraw } from '../../../storage/draws.js';
import type { DrawWork } from '../commands/draw.js';

export async function showDraw(work: DrawWork): Promise<string> {
  const { tx, room, inRoom } = work;
  const running = await findRunningDraw(tx, room.id);
  if (running?.state === 'sealed') return copy.showSealed(running, inRoom);
  if (running) return copy.showOpen(running, room.settings.zone, inRoom);
  const last = await findLastSealedDraw(tx, room.id);
  return last ? showLast(work, last) : copy.showNone(inRoom);
}

async function showLast({ tx, inRoom }: DrawWork, draw: Draw): Promise<string> {
  const names = new Map((await listEntrants(tx, draw.id)).map(({ number, name }) => [number, name]));
  const winners = (await listDrawn(tx, draw.id))
    .filter(({ state }) => state === 'won')
    .map(({ rank, number }) => ({ rank, number, name: names.get(number) ?? '' }));
  return copy.showDrawn(draw.name, draw.prize, winners, inRoom);
}
