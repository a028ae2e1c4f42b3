/** Why a streak is as long as it is: the days behind it. */

import * as copy from '../../../copy/zh-cn/reasons.js';
import { tellStreak } from '../../../domain/streak-story.js';
import { defineReason } from '../../../kit/reason.js';
import { readHistory } from '../../../storage/histories.js';

const LATEST_DAYS = 5;

export const streak = defineReason({
  about: 'member',
  topic: 'streak',
  words: copy.words.streak,

  async explain({ tx, room, today, member, isOwn }) {
    const key = { roomId: room.id, memberId: member.id };
    const { days, rules } = await readHistory(tx, key);
    const story = tellStreak(days, rules, today);
    return copy.streak({ ...story, latest: days.slice(-LATEST_DAYS), topic: room.topic }, copy.whose(member, isOwn));
  },
});
