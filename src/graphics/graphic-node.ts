/** The layout of a graphic, whatever its kind. */

import type { Graphic } from '../domain/graphic.js';
import { calendarNode } from './calendar-node.js';
import { certificateNode } from './certificate-node.js';
import { dayNode } from './day-node.js';
import { leaderboardNode } from './leaderboard-node.js';
import type { Node } from './nodes.js';
import { weekNode } from './week-node.js';

export function graphicNode(graphic: Graphic): Node {
  switch (graphic.kind) {
    case 'leaderboard':
      return leaderboardNode(graphic);
    case 'calendar':
      return calendarNode(graphic);
    case 'day':
      return dayNode(graphic);
    case 'week':
      return weekNode(graphic);
    case 'certificate':
      return certificateNode(graphic);
  }
}
