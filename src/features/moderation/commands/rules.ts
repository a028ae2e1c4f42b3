/** The rules of a room: shows them, or sets how far one of them goes. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import { choice, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import { saveRules } from '../../../storage/room-settings.js';

export const rules = defineCommand({
  name: 'moderation.rules',
  triggers: copy.triggers.rules,
  summary: copy.summaries.rules,
  example: copy.examples.rules,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: {
    rule: optional(choice(copy.labels.rule, copy.ruleNames), undefined),
    mode: optional(choice(copy.labels.mode, copy.modes), undefined),
  },

  async run({ tx, room, args, changes, inRoom }) {
    const { rule, mode } = args;
    if (rule === undefined) return copy.rulesList(room.topic, room.rules, inRoom);
    const example = inRoom(copy.examples.rules);
    if (mode === undefined) throw new RefusedError({ code: 'argument.missing', name: copy.labels.mode, example });
    await changes.watch('room', { id: room.id }, ['rules']);
    await saveRules(tx, room.id, { ...room.rules, [rule]: mode });
    return copy.ruleChanged(rule, mode);
  },
});
