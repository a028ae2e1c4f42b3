/** The layout of a card, whatever its kind. */

import type { Card } from '../domain/card.js';
import { calendarNode } from './calendar-node.js';
import { certificateNode } from './certificate-node.js';
import { dayNode } from './day-node.js';
import { leaderboardNode } from './leaderboard-node.js';
import type { Node } from './nodes.js';
import { weekNode } from './week-node.js';

export function cardNode(card: Card): Node {
  switch (card.kind) {
    case 'leaderboard':
      return leaderboardNode(card);
    case 'calendar':
      return calendarNode(card);
    case 'day':
      return dayNode(card);
    case 'week':
      return weekNode(card);
    case 'certificate':
      return certificateNode(card);
  }
}
