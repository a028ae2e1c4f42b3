/** The weekly chart: a bar for each day, filled as far as the day went, in a bar as high as it might have gone. */

import type { WeekBar, WeekGraphic } from '../domain/graphic.js';
import { column, line, type Node, row, shape } from './nodes.js';
import { GOLD, INK, LEAF, QUIET } from './palette.js';
import { closing, figures, head, page, rule, SIDE } from './parts.js';

const HEIGHT = 300;
const BAR_WIDTH = 56;
const LOWEST = 8;

export function weekNode(graphic: WeekGraphic): Node {
  return page(
    {},
    head(graphic.title, graphic.place, graphic.note),
    column(
      { width: '100%', padding: `36px ${SIDE}px 0` },
      figures(graphic.figures),
      rule({ margin: '32px 0 34px' }),
      row({ width: '100%', justifyContent: 'space-between', alignItems: 'flex-end' }, ...graphic.bars.map(day)),
    ),
    closing(graphic.closing),
  );
}

function day(bar: WeekBar): Node {
  return column(
    { width: 92, alignItems: 'center' },
    line(bar.value, { fontSize: 26, fontWeight: 700, color: bar.isBest ? GOLD : INK, marginBottom: 8 }),
    track(bar),
    line(bar.label, { fontSize: 26, marginTop: 14 }),
    line(bar.date, { fontSize: 23, color: QUIET, marginTop: 2 }),
    line(bar.detail, { fontSize: 23, color: QUIET, marginTop: 2 }),
  );
}

function track({ share, isBest }: WeekBar): Node {
  const height = share > 0 ? Math.max(LOWEST, Math.round(share * HEIGHT)) : 0;
  const paint = isBest ? `linear-gradient(180deg, ${GOLD}, #D9B873)` : `linear-gradient(180deg, ${LEAF}, #6DB08F)`;
  return column(
    {
      width: BAR_WIDTH,
      height: HEIGHT,
      justifyContent: 'flex-end',
      overflow: 'hidden',
      borderRadius: 14,
      backgroundColor: '#ECEAE2',
    },
    shape({ width: BAR_WIDTH, height, borderRadius: 14, backgroundImage: paint }),
  );
}
