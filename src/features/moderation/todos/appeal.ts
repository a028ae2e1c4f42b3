/** An appeal: granted, the offence counts nowhere any more; either way its author is told. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import { displayName } from '../../../domain/display-name.js';
import type { OffenceId } from '../../../domain/ids.js';
import { tellPrivately } from '../../../kit/private-message.js';
import { present } from '../../../kit/refused-error.js';
import { defineTodo, type TodoWork } from '../../../kit/todo.js';
import { queueReply } from '../../../kit/work.js';
import { markAppealDenied, markVoided } from '../../../storage/offence-states.js';
import { findOffence, type NamedOffence } from '../../../storage/offences.js';

export const APPEAL = 'appeal';

interface Told {
  readonly offenceId: OffenceId;
  readonly appeal: string;
  readonly content: string;
}

export const appealTodo = defineTodo({
  kind: APPEAL,

  describe({ todo, name, topic }) {
    const { offenceId: number, appeal, content } = JSON.parse(todo.data) as Told;
    return copy.appealTodo({ name, topic, number, appeal, content });
  },

  options: [
    { word: copy.appealOptions.grant, effect: 'undoable', run: (work) => decide(work, true) },
    { word: copy.appealOptions.deny, effect: 'undoable', run: (work) => decide(work, false) },
  ],
});

async function decide(work: TodoWork, granted: boolean): Promise<string> {
  const { tx, now, account, speaker, todo, changes } = work;
  const { offenceId: id } = JSON.parse(todo.data) as Told;
  const offence = present(await findOffence(tx, account.id, id), { code: 'offence.unknown', number: id });
  await changes.watch('offence', { id }, ['voided_at', 'voided_by', 'void_reason', 'appeal_denied_at']);
  if (granted) await markVoided(tx, id, { by: speaker.id, at: now, reason: 'appeal' });
  else await markAppealDenied(tx, id, now);
  await tell(work, offence, granted);
  return copy.appealDecided(offence.name, granted);
}

/** In private where the bot may write; else in the room, without a word of what it was about. */
async function tell(work: TodoWork, { id, roomId, memberId, name }: NamedOffence, granted: boolean): Promise<void> {
  const body = granted ? copy.appealGrantedToMember(id) : copy.appealDeniedToMember(id);
  if ((await tellPrivately(work, memberId, { kind: 'appeal-ended', body })) !== undefined) return;
  const line = `@${displayName(name)} ${copy.appealEndedInRoom(granted)}`;
  await queueReply(work, { roomId }, line, { mentions: [memberId] });
}
