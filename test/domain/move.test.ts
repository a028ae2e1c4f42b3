import { expect, test } from 'vitest';
import { currentStep, isOver, type MoveStep, type StepState, STEPS } from '../../src/domain/move.js';

function taken(step: MoveStep, state: StepState) {
  return { step, state, at: 0, detail: {} };
}

test('steps are taken in order, and one that waits holds up all behind it', () => {
  expect(currentStep('in', [])).toBe('tags');
  expect(currentStep('in', [taken('tags', 'done'), taken('invitation', 'waiting')])).toBe('invitation');
  expect(currentStep('in', [taken('tags', 'done'), taken('arrival', 'done')])).toBe('invitation');
  expect(
    currentStep(
      'back',
      STEPS.back.map((step) => taken(step, 'skipped')),
    ),
  ).toBeUndefined();
});

test('what is no part of the way does not hold it up', () => {
  const all = STEPS.in.map((step) => taken(step, 'done'));

  expect(currentStep('in', [...all, taken('trial-room', 'waiting')])).toBeUndefined();
  expect(isOver(undefined)).toBe(false);
});
