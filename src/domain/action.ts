/** Undoing: what somebody on staff did can be taken back for a day, by them or by somebody who may as much. */

import { accept, type Decision, refuse } from './decision.js';
import { mayActAs, type Role } from './role.js';

export const UNDO_WITHIN_MS = 24 * 60 * 60_000;

export interface UndoneAction {
  readonly id: number;
  readonly memberId: number;
  /** The one that counted when it was done. */
  readonly role: Role;
  readonly effect: 'none' | 'undoable' | 'final';
  readonly at: number;
  readonly undoneAt: number | null;
}

export interface Undoer {
  readonly memberId: number;
  /** The one that counts now in the room that the action concerned. */
  readonly role: Role;
  /** What the command takes; undefined when there is no such command any more. */
  readonly needed: Role | undefined;
  readonly now: number;
}

export function decideUndo(action: UndoneAction, { memberId, role, needed, now }: Undoer): Decision<'undo'> {
  const number = action.id;
  const mayGive = needed !== undefined && mayActAs(role, needed);
  const isTheirs = action.memberId === memberId || (mayActAs(role, 'teacher') && mayActAs(role, action.role));
  if (!mayGive || !isTheirs) return refuse({ code: 'undo.not_yours', number });
  if (action.undoneAt !== null) return refuse({ code: 'undo.undone', number });
  if (action.effect !== 'undoable') return refuse({ code: 'undo.final', number });
  if (now - action.at > UNDO_WITHIN_MS) return refuse({ code: 'undo.too_old', number });
  return accept('undo');
}
