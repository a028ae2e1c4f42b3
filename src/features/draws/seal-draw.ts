/**
 * The end of a draw: the list is closed without those who have left or are staff, hashed and published; then the numbers
 * are drawn and the seed is published too, unless a public number is waited for. One transaction.
 */

import { resultHeld } from '../../copy/zh-cn/activities.js';
import * as copy from '../../copy/zh-cn/draws.js';
import { type DropReason, formatDrawList, type ListedEntry, tagsAsked } from '../../domain/draw.js';
import { announce, heldUntil, tellStaffRooms } from '../../kit/announce.js';
import type { RoomWork } from '../../kit/work.js';
import { listEntrants, markDropped } from '../../storage/draw-entries.js';
import { type Draw, markDrawn, markSealed } from '../../storage/draws.js';
import { listStaffIds } from '../../storage/roles.js';
import { listWithTags } from '../../storage/tag-holders.js';
import { barredBy, drawNumbers } from './draw-numbers.js';
import { sha256 } from './tickets.js';

export async function sealDraw(work: RoomWork, draw: Draw): Promise<void> {
  const { tx, now, room } = work;
  const { listed, dropped, untagged } = await closeList(work, draw);
  const listHash = sha256(formatDrawList(draw, listed));
  await markSealed(tx, draw.id, listHash, now);
  await tellIfHeld(work, draw);
  if (listed.length === 0) return endEmpty(work, draw);
  const { name, publicSource } = draw;
  const body = copy.sealed({ name, entries: listed.length, dropped, untagged, listHash, publicSource });
  const seal = await announce(work, room, { body });
  if (publicSource !== null) return;
  await announce(work, room, { body: await drawSealed(work, { ...draw, listHash }), follows: seal });
}

/** With the public number in `draw`, if there is one to be had. Resolves to what the room is to be told. */
export async function drawSealed(work: RoomWork, draw: Draw): Promise<string> {
  const winners = await drawNumbers(work, draw, draw.places);
  await markDrawn(work.tx, draw.id, draw.publicValue, work.now);
  return copy.drawn(draw, winners);
}

interface ClosedList {
  readonly listed: readonly ListedEntry[];
  readonly dropped: number;
  readonly untagged: boolean;
}

async function closeList({ tx, now, account, room }: RoomWork, draw: Draw): Promise<ClosedList> {
  const staff = new Set(await listStaffIds(tx, room.id));
  const entrants = await listEntrants(tx, draw.id);
  const tagged = await listWithTags(tx, account.id, tagsAsked(draw.conditions), now);
  const listed: ListedEntry[] = [];
  const dropped: DropReason[] = [];
  for (const entrant of entrants) {
    const reason = barredBy(entrant, staff) ?? (tagged?.has(entrant.memberId) === false ? 'tag' : undefined);
    if (reason === undefined) {
      listed.push(entrant);
      continue;
    }
    dropped.push(reason);
    await markDropped(tx, draw.id, entrant.number, reason);
  }
  return { listed, dropped: dropped.length, untagged: dropped.includes('tag') };
}

async function endEmpty(work: RoomWork, draw: Draw): Promise<void> {
  await markDrawn(work.tx, draw.id, null, work.now);
  await announce(work, work.room, { body: copy.nobodyEntered(draw.name) });
}

async function tellIfHeld(work: RoomWork, draw: Draw): Promise<void> {
  const { room } = work;
  const until = await heldUntil(work, room);
  if (until !== undefined) await tellStaffRooms(work, resultHeld(room.topic, draw.name, until, room.settings.zone));
}
