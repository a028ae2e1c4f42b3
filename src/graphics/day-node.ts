/** The day graphic: a page of a tear-off calendar, with a line for the day and the figures of one member. */

import type { DayGraphic } from '../domain/graphic.js';
import { column, line, type Node, paragraph, row, shape } from './nodes.js';
import { INK, PAPER, QUIET, WHITE } from './palette.js';
import { figures, page } from './parts.js';

const EDGE = 56;
/** Of dusk, tea, bamboo, lake, wheat, plum and slate: from day to day the next. */
const SKIES = [
  ['#2F4858', '#5B7F8C'],
  ['#4A5A3C', '#8A9A66'],
  ['#1D4F3D', '#4F8F74'],
  ['#1F4E66', '#5D97A8'],
  ['#7A5A2B', '#C29A55'],
  ['#6B3A49', '#B0788A'],
  ['#3B4256', '#7A86A3'],
] as const;

export function dayNode(graphic: DayGraphic): Node {
  return page({}, sky(graphic), thought(graphic.line), tearLine(), foot(graphic));
}

function sky({ dayOfMonth, month, weekday, courseDay }: DayGraphic): Node {
  const [from, to] = SKIES[Number(dayOfMonth) % SKIES.length] ?? SKIES[0];
  return column(
    {
      width: '100%',
      padding: `56px ${EDGE}px 48px`,
      backgroundImage: `linear-gradient(160deg, ${from}, ${to})`,
      color: WHITE,
    },
    row(
      { width: '100%', justifyContent: 'space-between' },
      line(month, { fontSize: 32, letterSpacing: 2 }),
      line(weekday, { fontSize: 32, letterSpacing: 2 }),
    ),
    line(dayOfMonth, { fontSize: 260, fontWeight: 700, lineHeight: 1.15, marginTop: 8 }),
    ...(courseDay === '' ? [] : [pill(courseDay)]),
  );
}

function pill(words: string): Node {
  return row({}, line(words, { fontSize: 28, padding: '6px 26px', borderRadius: 30, backgroundColor: '#FFFFFF33' }));
}

function thought(words: string): Node {
  return column(
    { width: '100%', padding: `60px ${EDGE}px 56px` },
    shape({ width: 56, height: 6, borderRadius: 3, backgroundColor: INK, marginBottom: 30, opacity: 0.75 }),
    paragraph(words, 4, { fontSize: 42, fontWeight: 700, lineHeight: 1.65, textWrap: 'balance', width: '100%' }),
  );
}

/** Where the page would be torn off: dashes, and half a hole at each side. */
function tearLine(): Node {
  const dash = (): Node => shape({ width: 14, height: 3, backgroundColor: '#CFCABC' });
  return row(
    { width: '100%', justifyContent: 'space-between', padding: '0 20px' },
    ...Array.from({ length: 27 }, dash),
  );
}

function foot({ name, place, figures: list }: DayGraphic): Node {
  return column(
    { width: '100%', padding: `40px ${EDGE}px 52px`, backgroundColor: PAPER },
    line(name, { fontSize: 36, fontWeight: 700, width: '100%' }),
    line(place, { fontSize: 26, color: QUIET, width: '100%', marginTop: 4 }),
    figures(list, { marginTop: 32 }),
  );
}
