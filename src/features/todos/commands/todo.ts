/**
 * To-dos, for those who manage the room that each is about: the open ones, or what is done with one. What that does is its
 * feature's affair, and so is taking it back.
 */

import * as copy from '../../../copy/zh-cn/todos.js';
import type { TodoId } from '../../../domain/ids.js';
import { integer, optional, text, word } from '../../../kit/argument.js';
import type { Json } from '../../../kit/changes.js';
import { type CommandWork, defineCommand } from '../../../kit/feature.js';
import { isPublic } from '../../../kit/public-place.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import { tellTodo, type TodoOption } from '../../../kit/todo.js';
import type { ChatWork } from '../../../kit/work.js';
import { readRoom } from '../../../storage/rooms.js';
import { countOpenTodos, listOpenTodos, lockTodo, markTodoDone, type Todo } from '../../../storage/todos.js';

const MOST_LISTED = 8;
/** Options are shorter. */
const LONGEST_LINE = 2_000;

const args = {
  number: optional(integer(copy.labels.number, { min: 1, max: Number.MAX_SAFE_INTEGER }), undefined),
  choice: optional(word(copy.labels.choice), undefined),
  said: optional(text(copy.labels.text, { max: LONGEST_LINE }), ''),
};

type OrderWork = CommandWork<typeof args, 'anywhere'>;

/** What it takes to find the option again. */
interface Noted {
  readonly kind: string;
  readonly choice: string;
  readonly noted: Json;
}

export const todo = defineCommand({
  name: 'todos.todo',
  triggers: copy.triggers.todo,
  summary: copy.summaries.todo,
  example: copy.examples.todo,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args,

  async run(work) {
    const { args: asked, chatRoom, inRoom } = work;
    if (isPublic(chatRoom)) throw new RefusedError({ code: 'todo.not_in_public' });
    if (asked.number === undefined) return listAll(work);
    const found = await findTodo(work, asked.number as TodoId);
    if (asked.choice !== undefined) return choose(work, found, asked.choice);
    const told = present(await tellTodo(work, found), { code: 'todo.unknown', number: asked.number });
    return copy.oneTodo(told, inRoom);
  },

  async undo(work, noted) {
    const { kind, choice, noted: inner } = noted as unknown as Noted;
    const option = optionsOf(work, kind).find((one) => one.word === choice);
    if (option?.effect !== 'undoable') throw new RefusedError({ code: 'todo.final', choice });
    await option.undo?.(work, inner);
  },
});

async function listAll(work: OrderWork): Promise<string> {
  const { tx, account, inRoom } = work;
  const roomId = aboutRoom(work);
  const told = [];
  for (const one of await listOpenTodos(tx, account.id, roomId, MOST_LISTED)) {
    const line = await tellTodo(work, one);
    if (line) told.push(line);
  }
  return copy.todoList({ todos: told, total: await countOpenTodos(tx, account.id, roomId) }, inRoom);
}

/** Whoever manages one room has a say in its to-dos alone. */
async function findTodo(work: OrderWork, number: TodoId): Promise<Todo> {
  const { tx, account, changes } = work;
  await changes.watch('todo', { id: number });
  const found = present(await lockTodo(tx, account.id, number), { code: 'todo.unknown', number });
  const roomId = aboutRoom(work);
  if (roomId !== undefined && found.roomId !== roomId) throw new RefusedError({ code: 'todo.unknown', number });
  if (found.doneAt !== null) throw new RefusedError({ code: 'todo.done', number, choice: found.choice });
  return found;
}

async function choose(work: OrderWork, found: Todo, given: string): Promise<string> {
  const { tx, now, speaker } = work;
  const { id, kind, roomId } = found;
  const options = optionsOf(work, kind);
  const option = options.find(({ word: known }) => known === given);
  if (option === undefined) {
    const words = options.map(({ word: known }) => known);
    throw new RefusedError({ code: 'todo.not_an_option', number: id, given, options: words });
  }
  const said = sayableBehind(option, work);
  const room = roomId === null ? undefined : await readRoom(tx, roomId);
  let inner: Json = null;
  const changes = { watch: work.changes.watch.bind(work.changes), note: (noted: Json) => void (inner = noted) };
  const reply = await option.run({ ...work, todo: found, room, text: said, changes });
  await markTodoDone(tx, id, { choice: given, by: speaker.id, at: now });
  work.changes.note({ kind, choice: given, noted: inner });
  return reply;
}

/** Words behind an option that takes none were not understood. */
function sayableBehind({ text: wanted }: TodoOption, { args: { said }, inRoom }: OrderWork): string {
  if (wanted === undefined && said !== '')
    throw new RefusedError({ code: 'argument.surplus', given: said, example: inRoom(copy.examples.todo) });
  if (wanted !== undefined && [...said].length > wanted.max)
    throw new RefusedError({ code: 'argument.too_long', name: wanted.label, max: wanted.max });
  return said;
}

function aboutRoom({ room }: OrderWork) {
  return room?.kind === 'staff' ? undefined : room?.id;
}

function optionsOf({ catalogue }: ChatWork, kind: string): readonly TodoOption[] {
  return catalogue.findTodo(kind)?.options ?? [];
}
