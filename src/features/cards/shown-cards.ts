/** The cards of a member as they are shown: where they stand today, what they brought, and what lately happened to them. */

import * as copy from '../../copy/zh-cn/cards.js';
import { statusOn } from '../../domain/card-status.js';
import type { MemberId } from '../../domain/ids.js';
import { addDays, type LocalDay } from '../../domain/local-day.js';
import { DEFAULT_SETTINGS } from '../../domain/room.js';
import type { Work } from '../../kit/work.js';
import { listCardEvents } from '../../storage/card-events.js';
import { listEntitlements } from '../../storage/entitlements.js';
import { listCardsOf, type MemberCard } from '../../storage/member-cards.js';
import type { Room } from '../../storage/rooms.js';

const EVENTS = 3;

/** Those that end last stand first. */
export async function listShownCards(
  { tx }: Work,
  memberId: MemberId,
  { today, room }: { readonly today: LocalDay; readonly room: Room | undefined },
): Promise<copy.ShownCard[]> {
  const grace = (room?.settings ?? DEFAULT_SETTINGS).graceDays;
  const entitlements = await listEntitlements(tx, memberId);
  return (await listCardsOf(tx, memberId))
    .toSorted((a, b) => (b.through ?? Infinity) - (a.through ?? Infinity))
    .map((card) => ({
      ...card,
      status: statusOn(card, today, grace),
      left: leftWhileFrozen(card),
      grace,
      entitlements: entitlements.filter(({ courseId }) => courseId === card.courseId),
    }));
}

/** As many as there were on the day of the freeze, which is the first that does not count. */
export function leftWhileFrozen({ through, frozenOn }: Pick<MemberCard, 'through' | 'frozenOn'>): number | null {
  return through === null || frozenOn === null ? null : Math.max(0, addDays(through, 1) - frozenOn);
}

/** The latest first. What was undone, and that it was, is told nowhere but in the log. */
export async function listHistory({ tx }: Work, memberId: MemberId): Promise<string[]> {
  const cards = await listCardsOf(tx, memberId);
  const events = (await Promise.all(cards.map((card) => listCardEvents(tx, card)))).flat();
  const undone = new Set(events.flatMap((event) => (event.type === 'undone' ? [event.aboutId] : [])));
  return events
    .filter((event) => event.type !== 'undone' && !undone.has(event.id))
    .toSorted((a, b) => b.at - a.at || b.id - a.id)
    .slice(0, EVENTS)
    .map((event) =>
      copy.eventWords({
        ...event,
        kind: event.type === 'bought' ? event.kind : null,
        days: event.type === 'added' ? event.days : null,
      }),
    );
}
