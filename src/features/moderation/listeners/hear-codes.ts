/** What the codes of a picture lead to, in rooms that asked for it. It arrives a moment after the picture. */

import { moderationWords } from '../../../copy/zh-cn/vocabulary/moderation-words.js';
import { judgeCode } from '../../../domain/moderation/judge-code.js';
import { runsCourse } from '../../../domain/room.js';
import { defineListener } from '../../../kit/feature.js';
import { giveVerdict } from '../give-verdict.js';
import { wordsFor } from '../known-words.js';

export const hearCodes = defineListener({
  name: 'moderation.hear-codes',
  on: 'picture.read',

  async run(work) {
    const { room, event } = work;
    if (room === undefined || !runsCourse(room.kind) || room.rules.qr === 'off') return;
    const { hosts } = await wordsFor(work);
    for (const content of event.codes) {
      const sign = judgeCode(content, moderationWords.hosts, hosts);
      if (sign === undefined) continue;
      const { sender, messageId, at: sentAt } = event;
      const finding = { kind: 'qr', signs: [sign] } as const;
      await giveVerdict(work, { room, sender, messageId, sentAt, content, finding });
      return;
    }
  },
});
