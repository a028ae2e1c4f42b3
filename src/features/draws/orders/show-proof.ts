/** What it takes to work the last draw out again, as text for `npm run draw-check`, a page at a time. */

import * as copy from '../../../copy/zh-cn/draws.js';
import { refuse } from '../../../domain/decision.js';
import { formatDrawList, formatDrawProof } from '../../../domain/draw.js';
import { orRefuse } from '../../../kit/refused-error.js';
import type { RoomWork } from '../../../kit/work.js';
import { listDrawn, listEntrants } from '../../../storage/draw-entries.js';
import { type Draw, findLastSealedDraw } from '../../../storage/draws.js';

/** As much as WeChat shows without folding it away. */
const PAGE_LETTERS = 1_500;

export async function showProof(work: Pick<RoomWork, 'tx' | 'room'>, number: number): Promise<string> {
  const draw = await findLastSealedDraw(work.tx, work.room.id);
  if (draw === undefined) return copy.noProof();
  const pages = paged(await proofOf(work, draw), PAGE_LETTERS);
  const page = pages[number - 1];
  if (page === undefined) return orRefuse(refuse({ code: 'draw.no_page', pages: pages.length }));
  return copy.proofPage(page, number, pages.length);
}

/** Before the draw the list alone, without the seed. */
async function proofOf({ tx }: Pick<RoomWork, 'tx'>, draw: Draw): Promise<string> {
  const entries = (await listEntrants(tx, draw.id)).filter(({ dropped }) => dropped === null);
  const list = formatDrawList(draw, entries);
  if (draw.state !== 'drawn') return list;
  const order = (await listDrawn(tx, draw.id)).map((one) => one.number);
  return formatDrawProof(list, { ...draw, listHash: draw.listHash ?? '', order });
}

/** Whole lines, at least one a page. */
function paged(text: string, most: number): readonly string[] {
  const pages: string[] = [];
  for (const line of text.split('\n')) {
    const last = pages.at(-1);
    if (last !== undefined && last.length + 1 + line.length <= most) pages[pages.length - 1] = `${last}\n${line}`;
    else pages.push(line);
  }
  return pages;
}
