/**
 * Cards: what somebody has paid for, as a fold over events that are only ever appended.
 *
 * Events count by their day, then in the order in which they came, so an order that is written down late changes nothing
 * but what it should. What was undone is left out as if it had never been.
 */

import type { CardKind } from './card-kind.js';
import {
  type CardRun,
  ended,
  frozen,
  isRunning,
  lapsed,
  lastDayOf,
  refunded,
  startRun,
  thawed,
  withDays,
  withKind,
} from './card-run.js';
import type { CardEventId } from './ids.js';
import type { LocalDay } from './local-day.js';

/** Something that lengthens a card, stops it for a while, or ends it. */
export type CardChange =
  | { readonly type: 'bought'; readonly kind: CardKind }
  /** Days added by hand; at least 1. Where no card runs, nothing. */
  | { readonly type: 'added'; readonly days: number }
  /** From its day on no day is used up, until it is thawed: that is, up to the day before the thaw. */
  | { readonly type: 'frozen' | 'thawed' }
  /** What another event had brought and is not used up is taken back. */
  | { readonly type: 'refunded'; readonly aboutId: CardEventId }
  /** Nothing is left from its day on: it was turned into a better card. */
  | { readonly type: 'ended' }
  /** The end has been dealt with: who had the card was asked to go. */
  | { readonly type: 'lapsed' }
  | { readonly type: 'undone'; readonly aboutId: CardEventId };
export type CardEventType = CardChange['type'];

/** `day` is the local day on which it holds. */
export type CardEvent = CardChange & { readonly id: CardEventId; readonly day: LocalDay };

/** A time without a gap. */
export interface Coverage {
  /** What was bought last. */
  readonly kind: CardKind;
  readonly from: LocalDay;
  /** Its last day; null for life. */
  readonly through: LocalDay | null;
  /** Since when no day is used up; null while days run. */
  readonly frozenOn: LocalDay | null;
  readonly lapsed: boolean;
}

/** The latest coverage that the events amount to; undefined when there never was one. */
export function coverageOf(events: readonly CardEvent[]): Coverage | undefined {
  const run = runOf(events);
  return run && coverage(run);
}

/** Whether a card ran on that day, however long ago; frozen ones run. */
export function ranOn(events: readonly CardEvent[], day: LocalDay): boolean {
  return runsOf(events).some((run) => run.from <= day && isRunning(run, day));
}

function coverage(run: CardRun): Coverage {
  const { kind, from, frozenOn } = run;
  return { kind, from, through: lastDayOf(run), frozenOn, lapsed: run.lapsed };
}

export function runOf(events: readonly CardEvent[]): CardRun | undefined {
  return runsOf(events).at(-1);
}

function runsOf(events: readonly CardEvent[]): CardRun[] {
  const undone = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.aboutId] : [])));
  const inOrder = events.filter(({ id }) => !undone.has(id)).toSorted((a, b) => a.day - b.day || a.id - b.id);
  const runs: CardRun[] = [];
  for (const event of inOrder) {
    const [run, isNew] = apply(runs.at(-1), event);
    if (run !== undefined) runs.splice(isNew ? runs.length : -1, isNew ? 0 : 1, run);
  }
  return runs;
}

/** The run as it goes on, or a new one after a gap. */
function apply(run: CardRun | undefined, event: CardEvent): readonly [CardRun | undefined, boolean] {
  if (event.type === 'bought') {
    const goesOn = run !== undefined && isRunning(run, event.day);
    return [withKind(goesOn ? run : startRun(event.day, event.kind), event.id, event.kind), !goesOn];
  }
  return [run && change(run, event), false];
}

function change(run: CardRun, event: Exclude<CardEvent, { readonly type: 'bought' }>): CardRun {
  const { day } = event;
  switch (event.type) {
    case 'added':
      return isRunning(run, day) ? withDays(run, event.id, event.days) : run;
    case 'frozen':
      return frozen(run, day);
    case 'thawed':
      return thawed(run, day);
    case 'refunded':
      return refunded(run, day, event.aboutId);
    case 'ended':
      return ended(run, day);
    case 'lapsed':
      return lapsed(run, day);
    case 'undone':
      return run;
  }
}
