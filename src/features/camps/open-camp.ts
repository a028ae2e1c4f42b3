/** The camp of a room that is to come or runs. */

import { isOver } from '../../domain/camp.js';
import type { LocalDay } from '../../domain/local-day.js';
import { RefusedError } from '../../kit/refused-error.js';
import { findLatestCamp, type StoredCamp } from '../../storage/camps.js';
import type { Tx } from '../../storage/database.js';
import type { Room } from '../../storage/rooms.js';

export async function readOpenCamp(tx: Tx, room: Room, today: LocalDay): Promise<StoredCamp> {
  const camp = await findLatestCamp(tx, room.id);
  if (!camp || isOver(camp, today)) throw new RefusedError({ code: 'camp.none', topic: room.topic });
  return camp;
}
