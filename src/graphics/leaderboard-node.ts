/** The leaderboard: a row for each place, and behind it a bar as long as the run is, beside the longest one. */

import type { BoardRow, LeaderboardGraphic } from '../domain/graphic.js';
import { column, line, type Node, row, shape } from './nodes.js';
import { INK, LEAF, LEAF_TINT, MEDALS, QUIET, WHITE } from './palette.js';
import { closing, head, page, SIDE } from './parts.js';

const ROW = { height: 76, gap: 8 } as const;
const NAME = { fontSize: 31, flexShrink: 1, marginLeft: 18 } as const;

export function leaderboardNode(graphic: LeaderboardGraphic): Node {
  const longest = Math.max(1, ...graphic.top.map(({ streak }) => streak));
  const toRow = (one: BoardRow): Node => boardRow(one, graphic, one.streak / longest);
  return page(
    {},
    head(graphic.title, graphic.place, graphic.note),
    column({ width: '100%', padding: '28px 28px 0' }, ...graphic.top.map(toRow)),
    ...(graphic.own.length > 0 ? [gap(), column({ width: '100%', padding: '0 28px' }, ...graphic.own.map(toRow))] : []),
    closing(graphic.closing),
  );
}

function boardRow(one: BoardRow, { unit, selfMark }: LeaderboardGraphic, share: number): Node {
  const { place, name, streak, detail, isSelf } = one;
  return row(
    {
      width: '100%',
      height: ROW.height,
      marginBottom: ROW.gap,
      padding: '0 20px 0 14px',
      borderRadius: 18,
      backgroundImage: bar(share, isSelf),
    },
    placeMark(place),
    line(name, { ...NAME, fontWeight: place <= MEDALS.length || isSelf ? 700 : 400 }),
    ...(isSelf ? [chip(selfMark)] : []),
    line(detail, { fontSize: 25, color: QUIET, flexShrink: 0, marginLeft: 'auto', paddingLeft: 20 }),
    days(streak, unit),
  );
}

function days(streak: number, unit: string): Node {
  return row(
    { alignItems: 'baseline', justifyContent: 'flex-end', minWidth: 118, flexShrink: 0, paddingLeft: 16 },
    line(String(streak), { fontSize: 38, fontWeight: 700, color: streak > 0 ? LEAF : QUIET }),
    line(unit, { fontSize: 25, color: QUIET, marginLeft: 6 }),
  );
}

/** As the background of its row, so that it never lies over the words. */
function bar(share: number, isSelf: boolean): string {
  const [full, empty] = isSelf ? ['#BFDCCA', '#DDEDE3'] : [LEAF_TINT, WHITE];
  const end = `${Math.round(share * 100)}%`;
  return `linear-gradient(90deg, ${full} ${end}, ${empty} ${end})`;
}

function placeMark(place: number): Node {
  const medal = MEDALS[place - 1];
  return row(
    {
      justifyContent: 'center',
      width: 52,
      height: 52,
      flexShrink: 0,
      borderRadius: 26,
      ...(medal !== undefined && { backgroundColor: medal }),
    },
    line(String(place), {
      fontSize: place > 999 ? 22 : 29,
      fontWeight: 700,
      color: medal === undefined ? QUIET : WHITE,
    }),
  );
}

function chip(words: string): Node {
  const style = { fontSize: 23, color: WHITE, backgroundColor: INK, borderRadius: 10, padding: '1px 12px' };
  return line(words, { ...style, marginLeft: 12, flexShrink: 0 });
}

/** Between the first places and those around the one who asked. */
function gap(): Node {
  const dot = (): Node => shape({ width: 8, height: 8, borderRadius: 4, margin: '0 6px', backgroundColor: '#C9C6BB' });
  return row({ width: '100%', justifyContent: 'center', padding: `12px ${SIDE}px 20px` }, dot(), dot(), dot());
}
