/** The bare word for help, as members say it in the room: what they can send, and nothing of management. */

import * as copy from '../../../copy/zh-cn/members.js';
import { defineIntent } from '../../../kit/feature.js';
import { commandEntries, memberEntries, roleForHelp } from '../help-entries.js';

export const askForHelp = defineIntent({
  name: 'members.ask-for-help',
  intent: 'help',
  scope: 'anywhere',

  async run({ tx, catalogue, speaker, room }) {
    const inPublic = room !== undefined && room.kind !== 'staff';
    return copy.helpList(
      memberEntries(catalogue),
      inPublic ? [] : commandEntries(catalogue, await roleForHelp(tx, speaker, room)),
    );
  },
});
