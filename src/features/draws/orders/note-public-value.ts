/** The public number that a sealed draw waited for: with it the numbers are drawn. */

import { saidInRoom } from '../../../copy/zh-cn/activities.js';
import { sayInRoom } from '../../../kit/announce.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { findRunningDraw } from '../../../storage/draws.js';
import type { DrawWork } from '../commands/draw.js';
import { drawSealed } from '../seal-draw.js';

export async function notePublicValue(work: DrawWork, value: string): Promise<string | undefined> {
  const { tx, room, changes } = work;
  const draw = present(await findRunningDraw(tx, room.id), { code: 'draw.none' });
  const { name } = draw;
  if (draw.publicSource === null) throw new RefusedError({ code: 'draw.no_public_source', name });
  if (draw.state === 'open') throw new RefusedError({ code: 'draw.not_sealed', name });
  const publicValue = value.replace(/\s+/gu, ' ');
  changes.note({ drawn: draw.id, name, publicValue });
  const body = await drawSealed(work, { ...draw, publicValue });
  return (await sayInRoom(work, room, body)) ? undefined : saidInRoom(room.topic);
}
