/** A move with its steps and names, for those who read of it. */

import type { ToldMove } from '../../copy/zh-cn/moves.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { Work } from '../../kit/work.js';
import { listSteps } from '../../storage/move-steps.js';
import { readRoom } from '../../storage/rooms.js';
import type { ShownMove } from '../../storage/shown-moves.js';

export async function tellMove({ tx }: Work, move: ShownMove): Promise<ToldMove> {
  const steps = await listSteps(tx, move.id);
  const room = move.toRoomId === null ? undefined : await readRoom(tx, move.toRoomId);
  const zone = room?.settings.zone ?? DEFAULT_SETTINGS.zone;
  return { ...move, steps, zone, ...(room && { topic: room.topic }) };
}
