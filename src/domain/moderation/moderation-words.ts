/** The words by which the rules know advertising, and those by which they know that a line only speaks of it. */

import type { HostLists } from './links.js';
import type { LookAlikes } from './normal-text.js';

/**
 * `bait`: what nobody offers in good faith. `offer`: goods and services of those who advertise. `gift`: what they hold out, and
 * classmates too. `call`: asks for a step.
 * `net`: where somebody can be reached, with a name or a number behind it. `warning`: warns, complains, reports. `question`: asks.
 * `study`: lessons and exercises. `own`: tells of oneself and of classmates. `code`: opens a shop's or a video's app.
 */
export const SIGNS = ['bait', 'offer', 'gift', 'call', 'net', 'warning', 'question', 'study', 'own', 'code'] as const;
export type Sign = (typeof SIGNS)[number];

/** What is known by its form. Over dense text, which has no marks but commas, unless told. */
export interface ModerationForms {
  /** What every id has somewhere in it: nearly every line has nothing of it. */
  readonly someId: RegExp;
  /** A single letter or character that stands for a network, with an id behind it; over plain text. */
  readonly handle: RegExp;
  /** At the very end an id may be letters alone; over plain text. */
  readonly lastHandle: RegExp;
  readonly groupNumber: RegExp;
  readonly phone: RegExp;
  readonly price: RegExp;
  /** At the end, as short as it can be: write to me, come. */
  readonly lastCall: RegExp;
  /** Money that is held out. */
  readonly heldOut: RegExp;
}

export interface ModerationWords {
  readonly forms: ModerationForms;
  readonly lookAlikes: LookAlikes;
  readonly hosts: HostLists;
  /** With which members' own records begin: what they learnt is theirs to name. */
  readonly leads: readonly string[];
  /** With which they turn to the team, and may quote whatever it takes. */
  readonly pleas: readonly string[];
  /** What stands before a code that the bot gave out: its letters may look like an address. */
  readonly codes: readonly string[];
  readonly signs: Readonly<Record<Sign, readonly string[]>>;
}
