/**
 * To-dos: what the bot may not decide, or cannot do, waits for a person. Staff rooms hear of it, and whoever manages the room
 * chooses one of its options by its number. Nothing happens until then.
 */

import type { MemberId, TodoId } from '../domain/ids.js';
import { readMember } from '../storage/members.js';
import { listRoomsOfKind, readRoom, type Room } from '../storage/rooms.js';
import { appendTodo, findOpenTodo, markTodoDone, type Todo } from '../storage/todos.js';
import type { Changes, Impact, Json } from './changes.js';
import { queueItem } from './collect-item.js';
import type { UndoWork } from './command.js';
import type { ChatWork, Speaker, Work } from './work.js';

export interface TodoDefinition {
  /** Unique among all features. */
  readonly kind: string;
  /** One line of copy, without its number and options. */
  describe(told: ToldTodo): string;
  readonly options: readonly TodoOption[];
}

/** A to-do with the names that stand for its member and room; empty where there are none. */
export interface ToldTodo {
  readonly todo: Todo;
  readonly name: string;
  readonly topic: string;
}

export interface TodoOption {
  /** What a person types behind the number. */
  readonly word: string;
  /** What may be said behind it, and at what length; absent where nothing may. */
  readonly text?: { readonly label: string; readonly max: number };
  /** `final`: what was chosen cannot be taken back. */
  readonly effect: 'undoable' | 'final';
  /** Resolves to the reply. The to-do is done with it; a refusal leaves it open. */
  run(work: TodoWork): Promise<string>;
  /** Follows once watched rows are as they were, with what `run` noted. */
  undo?(work: UndoWork, noted: Json): Promise<void>;
}

export type TodoWork = ChatWork & {
  readonly speaker: Speaker;
  readonly todo: Todo;
  /** The room that it is about. */
  readonly room: Room | undefined;
  /** What was said behind the option; empty where nothing was. */
  readonly text: string;
  readonly changes: Changes;
  /** As in a command. */
  confirm(impact: Impact): Promise<void>;
};

export interface TodoNews {
  readonly id: TodoId;
  readonly line: string;
  readonly options: readonly string[];
  readonly urgent: boolean;
}

export interface NewTodo {
  readonly kind: string;
  /** What it is about, as `order:12`. */
  readonly ref: string;
  readonly room?: Room | undefined;
  readonly memberId?: MemberId;
  readonly data?: Json;
  /** It goes before the others, and staff hear of it at once. */
  readonly urgent?: boolean;
}

/** Keeps through a night and a weekend. */
const NEWS_LIFETIME_MS = 72 * 60 * 60_000;
/** The merged replies of staff rooms: what comes up is gathered for a while, but for what is urgent. */
export const TODO_NEWS = 'todo-news';
export const URGENT_TODO_NEWS = 'urgent-todo-news';

export function defineTodo(definition: TodoDefinition): TodoDefinition {
  return definition;
}

/** Undefined when one is open already for the same thing. */
export async function openTodo(work: Work, wanted: NewTodo): Promise<TodoId | undefined> {
  const { tx, now, account } = work;
  const { kind, ref, room, memberId, data, urgent = false } = wanted;
  const draft = {
    accountId: account.id,
    kind,
    ref,
    roomId: room?.id ?? null,
    memberId: memberId ?? null,
    data: JSON.stringify(data ?? null),
    openedAt: now,
    urgent: urgent ? 1 : 0,
  } as const;
  const id = await appendTodo(tx, draft);
  if (id !== undefined) await tellStaff(work, { ...draft, id, doneAt: null, choice: null, doneBy: null });
  return id;
}

/** It settled itself. False when none was open. */
export async function closeTodo({ tx, now, account }: Work, kind: string, ref: string): Promise<boolean> {
  const open = await findOpenTodo(tx, account.id, kind, ref);
  if (open) await markTodoDone(tx, open.id, { choice: null, by: null, at: now });
  return open !== undefined;
}

/** Undefined where no feature knows its kind any more. */
export async function tellTodo(work: Work, todo: Todo): Promise<TodoNews | undefined> {
  const definition = work.catalogue.findTodo(todo.kind);
  if (!definition) return undefined;
  const name = todo.memberId === null ? '' : (await readMember(work.tx, todo.memberId)).name;
  const topic = todo.roomId === null ? '' : (await readRoom(work.tx, todo.roomId)).topic;
  const options = definition.options.map(({ word, text }) => (text === undefined ? word : `${word} …`));
  return { id: todo.id, line: definition.describe({ todo, name, topic }), options, urgent: todo.urgent === 1 };
}

async function tellStaff(work: Work, todo: Todo): Promise<void> {
  const value = await tellTodo(work, todo);
  if (!value) return;
  const kind = value.urgent ? URGENT_TODO_NEWS : TODO_NEWS;
  const notBefore = value.urgent ? work.now : work.now + work.pacing.welcome;
  for (const staffRoom of await listRoomsOfKind(work.tx, work.account.id, 'staff'))
    await queueItem(work, staffRoom, { kind, value, notBefore, lifetime: NEWS_LIFETIME_MS, toStaff: true });
}
