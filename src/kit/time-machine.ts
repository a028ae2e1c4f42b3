/** The time machine of a simulated community: one move at a time, and everything on the way happens. */

import { addDays } from '../domain/local-day.js';
import { instantOf, localMomentOf, parseLocalMinute } from '../domain/local-time.js';
import { DEFAULT_SETTINGS } from '../domain/room.js';
import type { MovableClock } from '../ports/clock.js';
import type { TimeMachine } from '../ports/time-machine.js';
import type { Bot } from './bot.js';
import { stepThroughTime } from './step-through-time.js';

export function createTimeMachine(bot: Bot, clock: MovableClock): TimeMachine {
  const timeZone = DEFAULT_SETTINGS.zone;
  let moving: Promise<void> = Promise.resolve();

  function moveTo(target: () => number): Promise<void> {
    const move = moving.then(() => stepThroughTime(bot, clock, target()));
    moving = move.catch(() => {});
    return move;
  }

  return {
    timeZone,
    now: () => clock.now(),
    moveBy: (milliseconds) => moveTo(() => clock.now() + milliseconds),
    moveToNext: (localTime) => moveTo(() => nextInstant(clock.now(), timeZone, parseLocalMinute(localTime) ?? 0)),
    nextDay: () => moveTo(() => sameTimeTomorrow(clock.now(), timeZone)),
  };
}

function nextInstant(now: number, zone: string, minute: number): number {
  const { day } = localMomentOf(now, zone);
  const today = instantOf(day, minute, zone);
  return today > now ? today : instantOf(addDays(day, 1), minute, zone);
}

function sameTimeTomorrow(now: number, zone: string): number {
  const { day, minute } = localMomentOf(now, zone);
  return Math.max(now, instantOf(addDays(day, 1), minute, zone));
}
