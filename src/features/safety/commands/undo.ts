/** Undo: takes back what somebody on staff did in the last 24 hours; without a number the speaker's own last step here. */

import * as copy from '../../../copy/zh-cn/safety.js';
import { UNDO_WITHIN_MS } from '../../../domain/action.js';
import type { ActionId } from '../../../domain/ids.js';
import { integer, optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { undoAction } from '../../../kit/undo-action.js';
import type { ChatWork } from '../../../kit/work.js';
import { type Action, listActions } from '../../../storage/actions.js';
import type { Room } from '../../../storage/rooms.js';

const NAME = 'safety.undo';
/** Undoing is no step that could be undone, and what is undone stays so; beyond these nobody means it without a number. */
const LOOKED_AT = 200;

export const undo = defineCommand({
  name: NAME,
  triggers: copy.triggers.undo,
  summary: copy.summaries.undo,
  example: copy.examples.undo,
  allow: 'moderator',
  scope: 'anywhere',
  effect: 'final',
  args: { number: optional(integer(copy.labels.number, { min: 1, max: Number.MAX_SAFE_INTEGER }), undefined) },

  async run(work) {
    const { args, chatRoom, changes, inRoom } = work;
    const id = (args.number as ActionId | undefined) ?? (await findLastStep(work, work.room));
    const action = await undoAction(work, id);
    changes.note({ undid: id });
    const inPublic = isPublic(chatRoom);
    const mayQuote = !inPublic || action.chatRoomId === chatRoom?.id;
    return copy.undone({ id, line: mayQuote ? action.line : undefined, inPublic }, inRoom);
  },
});

/** Refuses when the last step cannot be undone: an earlier one is not what is meant then. */
async function findLastStep({ tx, now, account, speaker }: ChatWork, room: Room | undefined): Promise<ActionId> {
  const from = now - UNDO_WITHIN_MS;
  const own = await listActions(tx, { accountId: account.id, memberId: speaker.id, from }, LOOKED_AT);
  const steps = own.filter((one) => isStep(one) && (room === undefined || isAbout(one, room)));
  const last = present(steps[0], { code: 'undo.nothing' });
  if (last.effect === 'undoable') return last.id;
  const earlier = steps.find((one) => one.effect === 'undoable')?.id;
  throw new RefusedError({ code: 'undo.final', number: last.id, ...(earlier !== undefined && { earlier }) });
}

/** It concerned the room, or was done in it. */
function isAbout({ roomId, chatRoomId }: Action, room: Room): boolean {
  return roomId === room.id || chatRoomId === room.id;
}

function isStep({ command, effect, undoneAt }: Action): boolean {
  return command !== NAME && effect !== 'none' && undoneAt === null;
}
