/** What several graphics share: the head with title and room, figures in a row, the last line. */

import type { Figure } from '../domain/graphic.js';
import { column, line, type Node, row, shape, type Style } from './nodes.js';
import { FAINT, INK, LEAF_DARK, PAPER, QUIET, WHITE, WIDTH } from './palette.js';

export const SIDE = 44;

/** The whole picture, as high as what is in it. */
export function page(style: Style, ...children: readonly Node[]): Node {
  return column({ width: WIDTH, backgroundColor: PAPER, color: INK, fontFamily: 'Text, Emoji', ...style }, ...children);
}

/** The green band on top: what it is, of which room, and a note. */
export function head(title: string, place: string, note: string): Node {
  return column(
    {
      width: '100%',
      padding: `44px ${SIDE}px 40px`,
      backgroundImage: `linear-gradient(135deg, ${LEAF_DARK}, #35806290)`,
      backgroundColor: LEAF_DARK,
      color: WHITE,
    },
    line(title, { fontSize: 46, fontWeight: 700, width: '100%' }),
    row(
      { width: '100%', marginTop: 10 },
      line(place, { fontSize: 28, opacity: 0.92, flexShrink: 1 }),
      line(note, { fontSize: 26, opacity: 0.75, flexShrink: 0, marginLeft: 'auto', paddingLeft: 24 }),
    ),
  );
}

export function figures(list: readonly Figure[], style: Style = {}): Node {
  return row({ width: '100%', justifyContent: 'space-between', ...style }, ...list.map(figure));
}

function figure({ value, unit, label }: Figure): Node {
  return column(
    { flex: 1, alignItems: 'center' },
    row(
      { alignItems: 'baseline' },
      line(value, { fontSize: 54, fontWeight: 700, lineHeight: 1.15 }),
      line(unit, { fontSize: 26, marginLeft: 6, opacity: 0.8 }),
    ),
    line(label, { fontSize: 25, color: QUIET, marginTop: 4 }),
  );
}

export function rule(style: Style = {}): Node {
  return shape({ width: '100%', height: 2, backgroundColor: FAINT, ...style });
}

export function closing(words: string): Node {
  return row(
    { width: '100%', justifyContent: 'center', padding: `26px ${SIDE}px 34px` },
    line(words, { fontSize: 26, color: QUIET }),
  );
}
