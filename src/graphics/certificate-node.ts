/** The certificate: paper with a double frame, the name in the middle, and a seal. */

import type { CertificateGraphic } from '../domain/graphic.js';
import { column, line, type Node, paragraph, row, shape } from './nodes.js';
import { GOLD, INK, LEAF_DARK, QUIET, SEAL, WHITE } from './palette.js';
import { figures, page } from './parts.js';

const INNER = 600;
const COURSE = { fontSize: 38, fontWeight: 700, lineHeight: 1.5, textAlign: 'center', textWrap: 'balance' } as const;

export function certificateNode(graphic: CertificateGraphic): Node {
  return page(
    { backgroundColor: LEAF_DARK, padding: 24 },
    column(
      { width: '100%', padding: 12, backgroundColor: '#FFFDF6', borderRadius: 20 },
      column(
        {
          width: '100%',
          alignItems: 'center',
          padding: '60px 20px 48px',
          border: `3px solid ${GOLD}`,
          borderRadius: 12,
        },
        title(graphic.title),
        line(graphic.name, { fontSize: 64, fontWeight: 700, color: LEAF_DARK, maxWidth: INNER, marginTop: 40 }),
        shape({ width: 360, height: 2, backgroundColor: GOLD, opacity: 0.6, marginTop: 12 }),
        line(graphic.lead, { fontSize: 28, color: QUIET, marginTop: 34 }),
        paragraph(graphic.course, 2, { ...COURSE, maxWidth: INNER, marginTop: 12 }),
        line(graphic.praise, { fontSize: 28, color: INK, maxWidth: INNER, marginTop: 20 }),
        figures(graphic.figures, { marginTop: 44 }),
        foot(graphic),
      ),
    ),
  );
}

function title(words: string): Node {
  const flourish = (): Node => shape({ width: 70, height: 2, backgroundColor: GOLD });
  return row(
    {},
    flourish(),
    line(words, { fontSize: 40, fontWeight: 700, letterSpacing: 14, color: GOLD, margin: '0 10px 0 24px' }),
    flourish(),
  );
}

function foot({ period, place, issued, seal }: CertificateGraphic): Node {
  return row(
    { width: '100%', justifyContent: 'space-between', alignItems: 'flex-end', padding: '0 24px', marginTop: 56 },
    column(
      { flexShrink: 1, minWidth: 0 },
      line(place, { fontSize: 28, fontWeight: 700, maxWidth: 440 }),
      line(period, { fontSize: 25, color: QUIET, marginTop: 8 }),
      line(issued, { fontSize: 25, color: QUIET, marginTop: 2 }),
    ),
    stamp(seal),
  );
}

function stamp(words: string): Node {
  return column(
    {
      width: 108,
      height: 108,
      flexShrink: 0,
      alignItems: 'center',
      justifyContent: 'center',
      borderRadius: 14,
      backgroundColor: SEAL,
      color: WHITE,
      transform: 'rotate(-5deg)',
      opacity: 0.92,
    },
    ...[...words].map((word) => line(word, { fontSize: 42, fontWeight: 700, lineHeight: 1.1 })),
  );
}
