/**
 * Late in the afternoon, while there is time left to act on it: how to begin, for newcomers, and what comes after, on the
 * last days of a trial. In private where that is allowed; all others read one note in the room, which names newcomers alone
 * and has a part for each day on which somebody is.
 *
 * What may not leave today is not held: the next day has words of its own.
 */

import * as copy from '../../../copy/zh-cn/trial-notes.js';
import type { MemberId } from '../../../domain/ids.js';
import { instantOf, localMomentOf } from '../../../domain/local-time.js';
import { WAKING_HOURS } from '../../../domain/room.js';
import { OFFER_DAYS, type OfferDay, trialDayOn, type TrialStepName } from '../../../domain/trial.js';
import { announce, heldUntil } from '../../../kit/announce.js';
import { isPaused } from '../../../kit/course-day.js';
import { defineDaily } from '../../../kit/daily.js';
import { tellPrivately } from '../../../kit/private-message.js';
import type { RoomWork } from '../../../kit/work.js';
import { appendTrialStep } from '../../../storage/trial-steps.js';
import { type DueStep, listDueSteps } from '../due-steps.js';
import { sayOffer } from '../offer-words.js';

/** 17:00: the task is nine hours old, the review three hours away. */
const AT = 17 * 60;
/** Later than that it would come on top of the review. */
const LATEST = AT + 90;
const MOST_MENTIONED = 5;
const KIND = 'trial-note';

export const sayNotes = defineDaily({
  name: 'trials.say-notes',
  rooms: ['trial'],
  at: AT,

  async run(work) {
    const { room, today, now } = work;
    if (isPaused(room, today) || localMomentOf(now, room.settings.zone).minute > LATEST) return;
    const rest: DueStep[] = [];
    for (const due of await listDueSteps(work)) {
      if (await sayPrivately(work, due)) await note(work, due, 'private');
      else rest.push(due);
    }
    if (rest.length > 0) await sayInRoom(work, rest);
  },
});

async function sayPrivately(work: RoomWork, { seat, step }: DueStep): Promise<boolean> {
  const { room, today } = work;
  const occasion = { roomId: room.id, day: today };
  const trialDay = trialDayOn(seat.firstDay, today);
  const day = offerDayOf(step);
  const body =
    day === undefined
      ? copy.personalGuide({ ...occasion, name: seat.name, topic: room.topic, trialDay, days: seat.days })
      : await sayOffer(work, { ...seat, day });
  const id = await tellPrivately(work, seat.memberId, { kind: KIND, body, expiresAt: endOfDay(work) });
  return id !== undefined;
}

async function sayInRoom(work: RoomWork, rest: readonly DueStep[]): Promise<void> {
  const { room, today, now } = work;
  if (((await heldUntil(work, room)) ?? now) >= endOfDay(work)) return;
  const named = rest.filter(({ step }) => step === 'guide').slice(0, MOST_MENTIONED);
  const newcomers = named.map(({ seat }) => seat.name);
  const body = copy.roomNote({ roomId: room.id, day: today, newcomers, offers: await listOffers(work, rest) });
  const mentions: MemberId[] = named.map(({ seat }) => seat.memberId);
  await announce(work, room, { body, mentions, until: endOfDay(work) });
  for (const due of rest) await note(work, due, 'room');
}

async function listOffers(work: RoomWork, rest: readonly DueStep[]): Promise<copy.DayOffer[]> {
  const { courseId } = work.room;
  const days = OFFER_DAYS.filter((day) => rest.some(({ step }) => offerDayOf(step) === day));
  const offers: copy.DayOffer[] = [];
  for (const day of days) offers.push({ day, words: await sayOffer(work, { courseId, day }) });
  return offers;
}

function offerDayOf(step: TrialStepName): OfferDay | undefined {
  return OFFER_DAYS.find((day) => step === `offer-${day}`);
}

async function note({ tx, now }: RoomWork, { seat, step }: DueStep, how: 'private' | 'room'): Promise<void> {
  await appendTrialStep(tx, { trialId: seat.id, round: seat.round, step, how, at: now });
}

function endOfDay({ room, today }: RoomWork): number {
  return instantOf(today, WAKING_HOURS.until, room.settings.zone);
}
