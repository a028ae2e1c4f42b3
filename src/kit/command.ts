/** What a manager types after `/`: its words, who may, on which room, what becomes of it, and how it is taken back. */

import type { Role } from '../domain/role.js';
import type { ChatMessage } from '../ports/chat-gateway.js';
import type { Room } from '../storage/rooms.js';
import type { ArgumentSpec, ArgumentValues } from './argument.js';
import type { Changes, Impact, Json } from './changes.js';
import type { ChatWork, Speaker } from './work.js';

/**
 * `room`: about a registered room, the one it is said in or named first. `chat`: about the very room or private chat it
 * is said in. `anywhere`: about a room where one is meant, else about none.
 */
export type Scope = 'room' | 'chat' | 'anywhere';

export interface ScopedRoom {
  readonly room: { readonly room: Room };
  readonly chat: { readonly room: Room };
  readonly anywhere: { readonly room: Room | undefined };
}

export type CommandWork<Spec extends ArgumentSpec, S extends Scope> = ChatWork &
  ScopedRoom[S] & {
    readonly speaker: Speaker;
    readonly args: ArgumentValues<Spec>;
    readonly message: ChatMessage;
    /** Makes of a line, as it is typed in the room concerned, the one that is typed where this was said. */
    inRoom(line: string): string;
    readonly changes: Changes;
    /** Resolves once this is confirmed; else asks for it and ends the command. Nothing may have been written before. */
    confirm(impact: Impact): Promise<void>;
  };

/**
 * `none`: only reads. `own`: the speaker's own affair, as any member has them. `undoable`: can be undone for 24 hours.
 * `final`: cannot be taken back. The last two are logged, as soon as they watched rows that changed, or noted something.
 */
export type Effect = 'none' | 'own' | 'undoable' | 'final';

/** Undoing an action: the one who undoes it is the speaker. */
export type UndoWork = ChatWork & {
  readonly speaker: Speaker;
  /** The room that the action concerned. */
  readonly room: Room | undefined;
};

/** What a manager types after `/`. */
export interface Command<Spec extends ArgumentSpec = ArgumentSpec, S extends Scope = Scope> {
  readonly name: string;
  readonly triggers: readonly string[];
  /** One line for the help list. */
  readonly summary: string;
  /** Ready to copy. */
  readonly example: string;
  readonly allow: Role;
  /** True when the trigger alone, as a whole line, works without a prefix; `numbered`: with a number behind it too. */
  readonly bare?: boolean | 'numbered';
  readonly scope: S;
  readonly effect: Effect;
  /** True when the line holds what nobody may read later, a code or an address: the log keeps its first line at most. */
  readonly secret?: boolean;
  readonly args: Spec;
  /** Resolves to the reply; undefined for silence. */
  run(work: CommandWork<Spec, S>): Promise<string | undefined>;
  /** Follows once watched rows are as they were: undoes, by what `run` noted, all that they do not hold. */
  undo?(work: UndoWork, noted: Json): Promise<void>;
}

export function defineCommand<Spec extends ArgumentSpec, S extends Scope>(command: Command<Spec, S>): Command {
  return command;
}
