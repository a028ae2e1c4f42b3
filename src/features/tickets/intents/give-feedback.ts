/** Feedback and suggestions. What staff suggest in a room is meant for its members, unless they turn to the bot. */

import * as copy from '../../../copy/zh-cn/tickets.js';
import { defineIntent } from '../../../kit/feature.js';
import { speaksAsStaff } from '../../../kit/speaks-as-staff.js';
import { takeTicket } from '../take-ticket.js';

export const giveFeedback = defineIntent({
  name: 'tickets.give-feedback',
  intent: 'feedback',
  scope: 'anywhere',
  help: copy.help.feedback,

  async run(work) {
    const { understood, addressed, chatRoom, today } = work;
    if (!addressed && (understood.content === '' || (await speaksAsStaff(work)))) return undefined;
    await takeTicket(work, 'feedback', understood.content);
    if (chatRoom === undefined) return copy.takenInPrivate('feedback');
    return copy.feedbackTaken({ roomId: chatRoom.id, day: today });
  },
});
