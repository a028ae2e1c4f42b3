/** Why a draw went as it did, and why somebody in it did or did not win: by name or number, else the draw as a whole. */

import * as copy from '../../../copy/zh-cn/draws.js';
import { displayName } from '../../../domain/display-name.js';
import { defineReason, type RoomReasonWork } from '../../../kit/reason.js';
import { type DrawnNumber, type Entrant, listDrawn, listEntrants } from '../../../storage/draw-entries.js';
import { type Draw, findLastSealedDraw } from '../../../storage/draws.js';
import { orderOf } from '../tickets.js';

const MOST_SHOWN = 2;

export const drawReason = defineReason({
  about: 'room',
  words: copy.reasonWords,

  async explain(work) {
    const draw = await findLastSealedDraw(work.tx, work.room.id);
    if (draw === undefined) return [copy.noProof()];
    const entrants = await listEntrants(work.tx, draw.id);
    const drawn = await listDrawn(work.tx, draw.id);
    return [sayWhole(work, draw, entrants), ...sayEach(work, draw, { entrants, drawn })];
  },
});

function sayWhole({ room }: RoomReasonWork, draw: Draw, entrants: readonly Entrant[]): string {
  const dropped = entrants.filter((one) => one.dropped !== null);
  return copy.whyDraw({
    name: draw.name,
    endsAt: draw.endsAt,
    zone: room.settings.zone,
    listed: entrants.length - dropped.length,
    left: dropped.filter((one) => one.dropped === 'left').length,
    staff: dropped.filter((one) => one.dropped === 'staff').length,
    untagged: dropped.filter((one) => one.dropped === 'tag').length,
    places: draw.places,
  });
}

interface Known {
  readonly entrants: readonly Entrant[];
  readonly drawn: readonly DrawnNumber[];
}

/** Before the draw nobody's place is told, for it is not known. */
function sayEach({ rest }: RoomReasonWork, draw: Draw, { entrants, drawn }: Known): readonly string[] {
  const wanted = rest.replace(/^@/u, '').trim();
  if (wanted === '')
    return drawn
      .filter((one) => one.state !== 'won')
      .slice(0, MOST_SHOWN)
      .map(copy.whyNotRank);
  const meant = entrants.filter(
    (one) => String(one.number) === wanted || displayName(one.name) === displayName(wanted),
  );
  if (meant.length === 0) return [copy.whyNotEntered(wanted)];
  const listed = entrants.filter((one) => one.dropped === null);
  const order = draw.state === 'drawn' ? orderOf(draw, listed) : [];
  return meant.slice(0, MOST_SHOWN).map((one) => {
    const place = order.indexOf(one.number) + 1;
    return copy.whyEntrant({ ...one, place, drawn: drawn.find(({ rank }) => rank === place) }, draw.places);
  });
}
