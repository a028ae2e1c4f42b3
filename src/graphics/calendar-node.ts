/** The calendar: a column for each week, a square for each day, darker the longer the run. */

import type { CalendarGraphic } from '../domain/graphic.js';
import type { DayMark } from '../domain/run-calendar.js';
import { column, line, type Node, row, shape, type Style } from './nodes.js';
import { FAINT, MARKS, QUIET } from './palette.js';
import { figures, head, page, rule, SIDE } from './parts.js';

const CELL = { size: 19, step: 24 } as const;
const WEEKDAY_WIDTH = 34;

export function calendarNode(graphic: CalendarGraphic): Node {
  return page(
    {},
    head(graphic.title, graphic.place, graphic.note),
    column(
      { width: '100%', padding: `36px ${SIDE}px 40px` },
      line(graphic.name, { fontSize: 40, fontWeight: 700, width: '100%' }),
      figures(graphic.figures, { marginTop: 26, marginBottom: 30 }),
      rule({ marginBottom: 28 }),
      months(graphic),
      row({ alignItems: 'flex-start' }, weekdays(graphic.weekdays), ...graphic.weeks.map(week)),
      legend(graphic),
    ),
  );
}

function months({ months: list }: CalendarGraphic): Node {
  return shapeWith(
    list.map(({ week: at, word }) =>
      line(word, { position: 'absolute', left: WEEKDAY_WIDTH + at * CELL.step, top: 0, fontSize: 23, color: QUIET }),
    ),
  );
}

function shapeWith(children: readonly Node[]): Node {
  return row({ position: 'relative', width: '100%', height: 38 }, ...children);
}

function weekdays(words: readonly string[]): Node {
  const letter = (word: string): Node =>
    row({ height: CELL.step }, line(word, { fontSize: 21, color: QUIET, lineHeight: 1 }));
  return column({ width: WEEKDAY_WIDTH, flexShrink: 0, marginTop: -2 }, ...words.map(letter));
}

function week(days: readonly DayMark[]): Node {
  const cell = (mark: DayMark): Node => square(mark, { marginBottom: CELL.step - CELL.size });
  return column({ width: CELL.step, flexShrink: 0 }, ...days.map(cell));
}

function square(mark: DayMark, style: Style = {}): Node {
  const common = { width: CELL.size, height: CELL.size, borderRadius: 5, ...style };
  return shape(
    mark === 'future' ? { ...common, border: `2px solid ${FAINT}` } : { ...common, backgroundColor: MARKS[mark] },
  );
}

function legend({ legend: list }: CalendarGraphic): Node {
  const entries = list.map(({ mark, word }) =>
    row({ marginLeft: 20 }, square(mark), line(word, { fontSize: 23, color: QUIET, marginLeft: 8 })),
  );
  return row({ width: '100%', justifyContent: 'flex-end', marginTop: 26 }, ...entries);
}
