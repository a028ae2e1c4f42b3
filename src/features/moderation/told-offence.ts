/** An offence as the copy tells it. */

import type { ToldOffence } from '../../copy/zh-cn/moderation.js';
import type { NamedOffence } from '../../storage/offences.js';

export function toldOffence(offence: NamedOffence): ToldOffence {
  const { id, name, at, kind, signs, verdict, content, voidedAt, appealedAt, appealDeniedAt } = offence;
  const voided = voidedAt !== null;
  const appealed = appealedAt !== null && appealDeniedAt === null && !voided;
  const reason = kind === 'hand' && verdict === 'warn' ? (content ?? '') : '';
  return { id, name, at, kind, signs, verdict, content, voided, appealed, reason };
}
