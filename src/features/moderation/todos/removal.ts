/** Whether somebody is removed from a room: a person decides, with what happened before them. The score of trust is advice. */

import * as copy from '../../../copy/zh-cn/moderation.js';
import type { MemberId, OffenceId } from '../../../domain/ids.js';
import { COUNTED_FOR_MS } from '../../../domain/moderation/verdict.js';
import { queueErrand } from '../../../kit/errand.js';
import { present } from '../../../kit/refused-error.js';
import { refuseUnlessBelow } from '../../../kit/role-guard.js';
import { defineTodo, openTodo, type TodoWork } from '../../../kit/todo.js';
import { trustOfMember } from '../../../kit/trust.js';
import type { Work } from '../../../kit/work.js';
import { readMember } from '../../../storage/members.js';
import { listCounted, listStanding, markVoided } from '../../../storage/offence-states.js';
import type { Room } from '../../../storage/rooms.js';
import type { Todo } from '../../../storage/todos.js';

export const REMOVAL_ERRAND = 'removal';
const KIND = 'removal';

interface Told {
  readonly count: number;
  readonly trust: number;
}

export async function proposeRemoval(work: Work, room: Room, memberId: MemberId): Promise<void> {
  const { tx, now } = work;
  const counted = await listCounted(tx, { roomId: room.id, memberId }, now - COUNTED_FOR_MS);
  const { score } = await trustOfMember(work, memberId);
  const data = { count: counted.length, trust: score };
  await openTodo(work, { kind: KIND, ref: `${room.id}:${memberId}`, room, memberId, data });
}

export const removal = defineTodo({
  kind: KIND,

  describe({ todo, name, topic }) {
    const { count, trust } = JSON.parse(todo.data) as Told;
    return copy.removalTodo({ name, topic, count, trust });
  },

  options: [
    {
      word: copy.removalOptions.remove,
      effect: 'final',
      async run(work) {
        const { room, member } = await whom(work);
        await refuseUnlessBelow(work, member, room.id);
        const { removalLoses: loses } = copy;
        await work.confirm({ what: copy.removing(room.topic), people: 1, names: [member.name], loses, grave: true });
        const errand = { do: 'remove', memberId: member.id } as const;
        await queueErrand(work, { kind: REMOVAL_ERRAND, to: { roomId: room.id }, errand });
        work.changes.note({ removed: member.id });
        return copy.removalQueued(member.name, room.topic);
      },
    },
    {
      word: copy.removalOptions.watch,
      effect: 'undoable',
      async run(work) {
        return copy.stillWatching((await whom(work)).member.name);
      },
    },
    { word: copy.removalOptions.mistake, effect: 'undoable', run: judgeMistaken },
  ],
});

/** None of them counts any more. */
async function judgeMistaken(work: TodoWork): Promise<string> {
  const { tx, now, speaker, changes } = work;
  const { room, member } = await whom(work);
  const standing: readonly OffenceId[] = await listStanding(tx, { roomId: room.id, memberId: member.id });
  for (const id of standing) {
    await changes.watch('offence', { id }, ['voided_at', 'voided_by', 'void_reason']);
    await markVoided(tx, id, { by: speaker.id, at: now, reason: 'mistake' });
  }
  return copy.judgedMistaken(member.name, standing.length);
}

async function whom({ tx, todo, room }: TodoWork & { readonly todo: Todo }) {
  const gone = { code: 'todo.unknown', number: todo.id } as const;
  const member = await readMember(tx, present(todo.memberId, gone));
  return { room: present(room, gone), member };
}
