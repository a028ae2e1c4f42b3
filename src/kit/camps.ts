/**
 * How a camp stands: who takes part, and how far each of them is.
 *
 * Coming and going are written over in the membership when somebody returns, so a camp keeps its own notes of them. They
 * are made whenever somebody leaves or asks.
 */

import { finalDay, type Participation, participationOf, type Progress, progressOf } from '../domain/camp.js';
import type { MemberId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { localDayOf } from '../domain/local-time.js';
import { listDaysWithin } from '../storage/camp-days.js';
import {
  type CampSeat,
  findCampSeat,
  findLatestCamp,
  listCampSeats,
  listParticipants,
  saveParticipant,
  type StoredCamp,
} from '../storage/camps.js';
import { listCheckInDays } from '../storage/check-ins.js';
import type { Tx } from '../storage/database.js';
import { listStaffIds } from '../storage/roles.js';
import type { Room } from '../storage/rooms.js';

export type CampRoom = Pick<Room, 'id' | 'settings'>;

export interface CampMember extends Progress {
  readonly memberId: MemberId;
  readonly name: string;
  readonly onBoard: boolean;
}

/** Notes who came and went. Nothing before the first day: who leaves before it has no part in it. */
export async function noteParticipants(tx: Tx, room: CampRoom, camp: StoredCamp, today: LocalDay): Promise<void> {
  if (today < camp.firstDay) return;
  const known = new Map((await listParticipants(tx, camp.id)).map((one) => [one.memberId, one]));
  for (const seat of await listCampSeats(tx, room.id)) {
    const before = known.get(seat.memberId);
    const now = participationOf(camp, presenceOf(room, seat), before);
    const isNews = now && (now.joinedDay !== before?.joinedDay || now.leftDay !== before.leftDay);
    if (isNews) await saveParticipant(tx, camp.id, { memberId: seat.memberId, ...now });
  }
}

/** Of everybody who took or takes part and is not staff, in order of member id. */
export async function readCampMembers(
  tx: Tx,
  room: CampRoom,
  camp: StoredCamp,
  today: LocalDay,
): Promise<readonly CampMember[]> {
  await noteParticipants(tx, room, camp, today);
  const staff = new Set(await listStaffIds(tx, room.id));
  const seats = new Map((await listCampSeats(tx, room.id)).map((seat) => [seat.memberId, seat]));
  const days = await listDaysWithin(tx, room.id, { from: camp.firstDay, to: finalDay(camp) });
  return (await partakers(tx, room, camp, { seats, today })).flatMap(({ seat, part }) => {
    if (staff.has(seat.memberId)) return [];
    const progress = progressOf(camp, part, days.get(seat.memberId) ?? [], today);
    return [{ memberId: seat.memberId, name: seat.name, onBoard: seat.onBoard === 1, ...progress }];
  });
}

interface Partaker {
  readonly seat: CampSeat;
  readonly part: Participation;
}

/** Before the first day: those who are there now. */
async function partakers(
  tx: Tx,
  room: CampRoom,
  camp: StoredCamp,
  { seats, today }: { readonly seats: ReadonlyMap<MemberId, CampSeat>; readonly today: LocalDay },
): Promise<Partaker[]> {
  if (today < camp.firstDay) {
    const here = [...seats.values()].filter(({ leftAt }) => leftAt === null);
    return here.map((seat) => ({ seat, part: presenceOf(room, seat) }));
  }
  return (await listParticipants(tx, camp.id)).flatMap((part) => {
    const seat = seats.get(part.memberId);
    return seat ? [{ seat, part }] : [];
  });
}

export interface Asked {
  readonly memberId: MemberId;
  readonly today: LocalDay;
}

/** Of one member; undefined for somebody who has no part in it, as staff have not. */
export async function readOwnProgress(
  tx: Tx,
  room: CampRoom,
  camp: StoredCamp,
  { memberId, today }: Asked,
): Promise<Progress | undefined> {
  if ((await listStaffIds(tx, room.id)).includes(memberId)) return undefined;
  await noteParticipants(tx, room, camp, today);
  const known = (await listParticipants(tx, camp.id)).find((one) => one.memberId === memberId);
  const seat = await findCampSeat(tx, { roomId: room.id, memberId });
  const part = known ?? (seat && participationOf(camp, presenceOf(room, seat)));
  if (!part) return undefined;
  return progressOf(camp, part, await listCheckInDays(tx, { roomId: room.id, memberId }), today);
}

/** Of one member in the camp that runs in the room today. */
export async function findCampProgress(
  tx: Tx,
  room: CampRoom,
  asked: Asked,
): Promise<{ readonly camp: StoredCamp; readonly progress: Progress } | undefined> {
  const camp = await findRunningCamp(tx, room, asked.today);
  const progress = camp && (await readOwnProgress(tx, room, camp, asked));
  return camp && progress && { camp, progress };
}

/** The camp that runs in the room today. */
export async function findRunningCamp(tx: Tx, room: CampRoom, today: LocalDay): Promise<StoredCamp | undefined> {
  const camp = await findLatestCamp(tx, room.id);
  return camp && today >= camp.firstDay && today <= finalDay(camp) ? camp : undefined;
}

function presenceOf({ settings }: CampRoom, { joinedAt, leftAt }: CampSeat): Participation {
  const dayOf = (at: number): LocalDay => localDayOf(at, settings.zone);
  return { joinedDay: dayOf(joinedAt), leftDay: leftAt === null ? null : dayOf(leftAt) };
}
