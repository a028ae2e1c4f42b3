/** No longer a core user, and still in the room of core users: whether they go is for a person to say, twice. */

import * as copy from '../../../copy/zh-cn/core-users.js';
import { queueErrand } from '../../../kit/errand.js';
import { present } from '../../../kit/refused-error.js';
import { defineTodo, type TodoWork } from '../../../kit/todo.js';
import type { Room } from '../../../storage/rooms.js';
import { REMOVE_ERRAND, STILL_IN_ROOM } from '../kinds.js';
import { subjectOf } from './candidate.js';

export const stillInRoom = defineTodo({
  kind: STILL_IN_ROOM,
  describe: ({ name, topic }) => copy.stillInRoom(name, topic),
  options: [
    {
      word: copy.choices.askOut,
      effect: 'final',
      async run(work) {
        const person = await subjectOf(work);
        const room = roomOf(work);
        await work.confirm({ what: copy.askingOut(room.topic), people: 1, names: [person.name], grave: true });
        const errand = { do: 'remove', memberId: person.id } as const;
        await queueErrand(work, { kind: REMOVE_ERRAND, to: { roomId: room.id }, errand });
        return copy.askedOut(person.name, room.topic);
      },
    },
    {
      word: copy.choices.keep,
      effect: 'undoable',
      run: async (work) => copy.kept((await subjectOf(work)).name, roomOf(work).topic),
    },
  ],
});

function roomOf({ room, todo }: TodoWork): Room {
  return present(room, { code: 'todo.unknown', number: todo.id });
}
