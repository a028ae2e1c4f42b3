/** Help: what this person may say here, or one command with an example to copy. */

import * as copy from '../../../copy/zh-cn/members.js';
import { optional, text } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { commandEntries, findEntry, memberEntries, roleForHelp } from '../help-entries.js';

export const help = defineCommand({
  name: 'members.help',
  triggers: copy.triggers.help,
  summary: copy.summaries.help,
  example: copy.examples.help,
  allow: 'member',
  scope: 'anywhere',
  effect: 'none',
  args: { topic: optional(text(copy.labels.topic, { max: 20 }), '') },

  async run(work) {
    const { catalogue, room, args } = work;
    const role = await roleForHelp(work, room);
    if (args.topic === '') return copy.helpList(memberEntries(catalogue), commandEntries(catalogue, role));
    const entry = findEntry(catalogue, role, args.topic);
    return entry ? copy.helpOn(entry) : copy.helpUnknown(args.topic);
  },
});
