/** Lives a stretch of simulated time: every slot on the way falls due at its own moment, and is sent before the next. */

import type { MovableClock } from '../ports/clock.js';
import type { Bot } from './bot.js';

/** Paced sends that follow within this time are waited for before time goes on. */
const PATIENCE_MS = 1_000;

/** Moves the clock to `target`; one that has passed only lets what is due happen. */
export async function stepThroughTime(bot: Bot, clock: MovableClock, target: number): Promise<void> {
  for (;;) {
    const due = await bot.nextDueAt();
    const next = due === undefined ? target : Math.min(due, target);
    if (next > clock.now()) clock.moveTo(next);
    await bot.intake.settle();
    await bot.plan();
    await bot.sender.drain(PATIENCE_MS);
    if (next >= target) return;
  }
}
