/** Lives a stretch of simulated time: every slot on the way falls due at its own moment, and is sent before the next. */

import type { MovableClock } from '../ports/clock.js';
import type { Bot } from './bot.js';

/** Paced sends that follow within this time leave before anything else happens. */
const PATIENCE_MS = 1_000;

/** Moves the clock to `target`; one that has passed only lets what is due happen. */
export async function stepThroughTime(bot: Bot, clock: MovableClock, target: number): Promise<void> {
  for (;;) {
    const due = await bot.nextDueAt();
    const next = due === undefined ? target : Math.min(due, target);
    if (next > clock.now()) clock.moveTo(next);
    await bot.intake.settle();
    await bot.plan();
    await sendPaced(bot, clock);
    if (next >= target) return;
  }
}

/** Time that is moved by hand need not be waited for: the pause between two sends is one more move. */
async function sendPaced(bot: Bot, clock: MovableClock): Promise<void> {
  for (;;) {
    const next = await bot.sender.drain();
    if (next === undefined || next > clock.now() + PATIENCE_MS) return;
    clock.moveTo(next);
  }
}
