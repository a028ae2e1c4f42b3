/** Reminders that came within a minute of another, said together. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import { defineMergedReply } from '../../../kit/feature.js';

/** How they are collected. */
export const REMINDERS = { kind: 'rule-reminders' } as const;

export const reminders = defineMergedReply<{ readonly name: string }>({
  kind: REMINDERS.kind,
  pace: 'plain',

  compose(items, { room, today }) {
    const names = items.map(({ name }) => name);
    return copy.mergedReminder(names, { roomId: room.id, day: today });
  },
});
