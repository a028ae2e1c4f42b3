/**
 * In the morning: trials whose days are over are handed to a person, with what might be done. Nothing happens to anybody
 * until that person has chosen.
 */

import { proposalFor, trialDayOn } from '../../../domain/trial.js';
import { isCovered } from '../../../kit/cards.js';
import { defineDaily } from '../../../kit/daily.js';
import { closeTodo, openTodo } from '../../../kit/todo.js';
import { TRIAL_OVER, trialRef } from '../../../kit/trials.js';
import type { RoomWork } from '../../../kit/work.js';
import { listTrialSeats, type TrialSeat } from '../../../storage/trial-seats.js';
import { markTrialHanded, markTrialOver } from '../../../storage/trials.js';
import { countTrialCheckIns } from '../trial-check-ins.js';

export const handOver = defineDaily({
  name: 'trials.hand-over',
  rooms: ['trial'],

  async run(work) {
    const { tx, room, today } = work;
    for (const seat of await listTrialSeats(tx, room, ['running', 'handed'])) {
      const isOver = trialDayOn(seat.firstDay, today) > seat.days;
      if (isOver || seat.isStaff) await handOne(work, seat);
    }
  },
});

/** Also one that was handed over before: what has settled itself meanwhile is no longer asked. */
async function handOne(work: RoomWork, seat: TrialSeat): Promise<void> {
  const { tx, now } = work;
  const outcome = await settledAs(work, seat);
  if (outcome === undefined) return ask(work, seat);
  await markTrialOver(tx, seat.id, outcome, now);
  await closeTodo(work, TRIAL_OVER, trialRef(seat.id));
}

async function settledAs({ tx, today }: RoomWork, seat: TrialSeat): Promise<'staff' | 'paid' | 'gone' | undefined> {
  if (seat.isStaff) return 'staff';
  if (seat.hasCard && (await isCovered(tx, seat.memberId, seat.courseId, today))) return 'paid';
  return seat.leftAt === null ? undefined : 'gone';
}

async function ask(work: RoomWork, seat: TrialSeat): Promise<void> {
  const { tx, room } = work;
  const { id, memberId, days } = seat;
  const checkIns = await countTrialCheckIns(tx, seat);
  const data = { trial: id, days, checkIns, proposal: proposalFor(checkIns) };
  await openTodo(work, { kind: TRIAL_OVER, ref: trialRef(id), room, memberId, data });
  if (seat.state !== 'handed') await markTrialHanded(tx, id);
}
