/**
 * Changes cards: an event is appended, and the row of what the card stands at is written anew, in one transaction.
 *
 * Nobody else writes these tables, so that the row always equals what the events amount to.
 */

import type { CardEventId, CourseId, MemberId } from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import { type CardChange, type Coverage, coverageOf, ranOn } from '../domain/member-card.js';
import { appendCardEvent, type EventSource, listCardCourses, listCardEvents } from '../storage/card-events.js';
import type { Tx } from '../storage/database.js';
import { type CardKey, findCard, lockCardsOf, saveCard } from '../storage/member-cards.js';

export interface Changed {
  readonly id: CardEventId;
  /** Undefined where nothing was ever bought, or all of it was undone. */
  readonly coverage: Coverage | undefined;
}

export async function changeCard(tx: Tx, key: CardKey, change: CardChange, source: EventSource): Promise<Changed> {
  await lockCardsOf(tx, key.memberId);
  const id = await appendCardEvent(tx, key, change, source);
  const coverage = coverageOf(await listCardEvents(tx, key));
  await saveCard(tx, key, coverage, source.at);
  return { id, coverage };
}

/** After events went from one member to another: what each card stands at follows from those that there are. */
export async function recountCards(tx: Tx, memberId: MemberId, now: number): Promise<void> {
  await lockCardsOf(tx, memberId);
  for (const courseId of await listCardCourses(tx, memberId)) {
    const key = { memberId, courseId };
    await saveCard(tx, key, coverageOf(await listCardEvents(tx, key)), now);
  }
}

/**
 * Whether the member has a card of the course on that day. A frozen one counts, for it was paid for; the days of grace
 * after an end do not.
 */
export async function isCovered(tx: Tx, memberId: MemberId, courseId: CourseId, day: LocalDay): Promise<boolean> {
  const card = await findCard(tx, memberId, courseId);
  if (card === undefined) return false;
  if (day < card.from) return ranOn(await listCardEvents(tx, { memberId, courseId }), day);
  return card.frozenOn !== null || card.through === null || day <= card.through;
}
