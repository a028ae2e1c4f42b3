/** A complaint leaves the room at once, with a kind word that says nothing of what it is about. */

import * as copy from '../../../copy/zh-cn/tickets.js';
import { defineIntent } from '../../../kit/feature.js';
import { speaksAsStaff } from '../../../kit/speaks-as-staff.js';
import { takeTicket } from '../take-ticket.js';

export const complain = defineIntent({
  name: 'tickets.complain',
  intent: 'complaint',
  scope: 'anywhere',
  help: copy.help.complaint,

  async run(work) {
    const { understood, addressed, chatRoom, today } = work;
    if (!addressed && (await speaksAsStaff(work))) return undefined;
    if (chatRoom !== undefined && understood.content === '') return copy.complainInPrivate();
    await takeTicket(work, 'complaint', understood.content);
    if (chatRoom === undefined) return copy.takenInPrivate('complaint');
    return copy.complaintTaken({ roomId: chatRoom.id, day: today });
  },
});
