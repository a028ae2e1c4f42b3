/** Reminders that came within a minute of another, said together. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import type { MemberId } from '../../../domain/ids.js';
import { MOST_CALLED } from '../../../kit/collect-item.js';
import { defineMergedReply } from '../../../kit/feature.js';

/** How they are collected. */
export const REMINDERS = { kind: 'rule-reminders' } as const;

interface Reminded {
  readonly name: string;
  readonly memberId: MemberId;
}

export const reminders = defineMergedReply<Reminded>({
  kind: REMINDERS.kind,
  pace: 'plain',

  compose(items, { room, today }) {
    const people = new Map(items.map(({ memberId, name }) => [memberId, name]));
    return copy.mergedReminder([...people.values()].slice(0, MOST_CALLED), { roomId: room.id, day: today });
  },
});
