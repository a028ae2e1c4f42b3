import { expect, test } from 'vitest';
import { decideUndo } from '../../src/domain/action.js';
import { confirmationFor } from '../../src/domain/confirmation.js';
import type { Role } from '../../src/domain/role.js';

const impact = { what: 'x', names: [] };

test.each([
  [{ people: 0 }, undefined],
  [{ people: 10 }, undefined],
  [{ people: 11 }, 'own'],
  [{ people: 50 }, 'own'],
  [{ people: 51 }, 'second'],
  [{ people: 0, grave: true }, 'own'],
  [{ people: 1, money: true }, 'second'],
  [{ people: 0, grave: true, money: true }, 'second'],
])('%j is confirmed: %s', (given, needed) => {
  expect(confirmationFor({ ...impact, ...given })).toBe(needed);
});

test.each<[Role, boolean, Role, string]>([
  ['manager', true, 'manager', 'undo'],
  ['manager', true, 'teacher', 'undo.not_yours'],
  ['manager', false, 'manager', 'undo'],
  ['manager', false, 'owner', 'undo'],
  ['owner', false, 'manager', 'undo.not_yours'],
  ['teacher', false, 'manager', 'undo'],
])('what a %s did is undone (by themselves: %s) by a %s: %s', (role, isOwn, by, expected) => {
  const action = { id: 1, memberId: 1, role, effect: 'undoable', at: 0, undoneAt: null } as const;

  const decided = decideUndo(action, { memberId: isOwn ? 1 : 2, role: by, needed: 'manager', now: 1 });

  expect(decided.ok ? decided.value : decided.refusal.code).toBe(expected);
});
