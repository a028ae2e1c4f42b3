/**
 * The bare word for help, as members say it in the room: what they can send, and nothing of management. Who asks the bot
 * itself how it works is told how to check in.
 */

import { asksHow } from '../../../copy/zh-cn/first-steps.js';
import * as copy from '../../../copy/zh-cn/members.js';
import { defineIntent } from '../../../kit/feature.js';
import { howToCheckIn } from '../fallbacks/explain-check-in.js';
import { commandEntries, memberEntries, roleForHelp } from '../help-entries.js';

export const askForHelp = defineIntent({
  name: 'members.ask-for-help',
  intent: 'help',
  scope: 'anywhere',

  async run(work) {
    const { catalogue, room, addressed, message } = work;
    if (addressed && asksHow(message.text) && (await roleForHelp(work, room)) === 'member') return howToCheckIn(work);
    const inPublic = room !== undefined && room.kind !== 'staff';
    return copy.helpList(
      memberEntries(catalogue),
      inPublic ? [] : commandEntries(catalogue, await roleForHelp(work, room)),
    );
  },
});
