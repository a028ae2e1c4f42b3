/** Who is on which day of their trial, room by room. */

import * as copy from '../../../copy/zh-cn/trials.js';
import { trialDayOn } from '../../../domain/trial.js';
import { isCovered } from '../../../kit/cards.js';
import { todayIn } from '../../../kit/work.js';
import { listRoomsOfKind, type Room } from '../../../storage/rooms.js';
import { listTrialSeats, type TrialSeat } from '../../../storage/trial-seats.js';
import type { TrialWork } from '../commands/trial.js';
import { refuseOtherRoom } from '../trial-meant.js';

const MOST_ROOMS = 5;

export async function listTrials(work: TrialWork): Promise<string> {
  const { tx, account, room } = work;
  const isAboutRoom = room !== undefined && room.kind !== 'staff';
  if (isAboutRoom) refuseOtherRoom(room);
  const rooms = isAboutRoom ? [room] : await listRoomsOfKind(tx, account.id, 'trial');
  const told: copy.TrialRoom[] = [];
  for (const one of rooms) {
    const lines = await tellOf(work, one);
    if (lines !== undefined && told.length < MOST_ROOMS) told.push(lines);
  }
  return copy.trialList(told, work.inRoom);
}

async function tellOf(work: TrialWork, room: Room): Promise<copy.TrialRoom | undefined> {
  const today = todayIn(room, work.now);
  const seats = await listTrialSeats(work.tx, room, ['running', 'handed']);
  const here = seats.filter(({ leftAt, isStaff }) => leftAt === null && !isStaff);
  if (here.length === 0) return undefined;
  const open: TrialSeat[] = [];
  for (const seat of here) if (!(await hasPaid(work, seat, today))) open.push(seat);
  const waiting = open.filter((seat) => isOver(seat, today));
  const days = byDay(
    open.filter((seat) => !isOver(seat, today)),
    today,
  );
  return { topic: room.topic, days, waiting: waiting.map(toLine), paid: here.length - open.length };
}

async function hasPaid({ tx }: TrialWork, seat: TrialSeat, today: TrialSeat['firstDay']): Promise<boolean> {
  return seat.hasCard && isCovered(tx, seat.memberId, seat.courseId, today);
}

function isOver({ firstDay, days, state }: TrialSeat, today: TrialSeat['firstDay']): boolean {
  return state === 'handed' || trialDayOn(firstDay, today) > days;
}

function byDay(seats: readonly TrialSeat[], today: TrialSeat['firstDay']) {
  const days = new Map<number, copy.TrialLine[]>();
  for (const seat of seats) {
    const day = trialDayOn(seat.firstDay, today);
    days.set(day, [...(days.get(day) ?? []), toLine(seat)]);
  }
  return [...days].sort(([a], [b]) => a - b);
}

function toLine({ name, total }: TrialSeat): copy.TrialLine {
  return { name, checkIns: total };
}
