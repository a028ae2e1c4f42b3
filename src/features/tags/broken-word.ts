/** What of a condition that was kept means nothing any more: a course, a tier or a room that is gone. */

import type { Condition } from '../../domain/condition/condition.js';
import type { Decision } from '../../domain/decision.js';

export function brokenWord(read: Decision<Condition>): string | undefined {
  if (read.ok) return undefined;
  const { refusal } = read;
  return 'given' in refusal ? refusal.given : refusal.code;
}
