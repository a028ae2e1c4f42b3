/**
 * What a feature has done on the platform: an invitation, a removal, a tag. It leaves through the outbox like words, at the
 * same pace, while people are awake, and whoever asked for it is told what became of it.
 *
 * Whether the way to the platform can do it turns out when it is tried: where it cannot, it has `failed` as `unsupported`.
 */

import type { Logger } from 'pino';
import type { Errand, ErrandOutcome } from '../domain/errand.js';
import type { MemberId, OutboxId, RoomId } from '../domain/ids.js';
import { PRIORITY } from '../domain/outbox.js';
import { inStep } from '../storage/database.js';
import { appendErrand } from '../storage/errands.js';
import { findOutbox } from '../storage/outbox-message.js';
import type { Target } from '../storage/outbox.js';
import { isUnavailable } from '../storage/retry.js';
import type { Work } from './work.js';

/** Through a night and the day after it. */
const LIFETIME_MS = 36 * 60 * 60_000;

export interface ErrandKeeper {
  /** The outbox kind; unique among all features. */
  readonly kind: string;
  /** Once for each errand. */
  ended(work: Work, ended: EndedErrand): Promise<void>;
}

export interface EndedErrand {
  readonly id: OutboxId;
  readonly errand: Errand;
  /** Where it was sent: one of the two. */
  readonly roomId: RoomId | null;
  readonly memberId: MemberId | null;
  readonly outcome: ErrandOutcome;
  /** `unsupported`, `expired`, `no such chat`, or what the platform said; null when it was done. */
  readonly reason: string | null;
}

export interface ErrandOrder {
  readonly kind: string;
  readonly to: Target;
  readonly errand: Errand;
  readonly expiresAt?: number;
}

export async function queueErrand(work: Work, { kind, to, errand, expiresAt }: ErrandOrder): Promise<OutboxId> {
  const { tx, now, account } = work;
  const times = { notBefore: now, expiresAt: expiresAt ?? now + LIFETIME_MS, createdAt: now };
  return appendErrand(
    tx,
    { accountId: account.id, to, kind, priority: PRIORITY.paid, started: true, ...times },
    errand,
  );
}

/** Of a row that is no errand nothing is told. */
export async function tellOfErrand(
  work: Work,
  id: OutboxId,
  { outcome, reason }: Pick<EndedErrand, 'outcome' | 'reason'>,
  log: Logger,
): Promise<void> {
  const row = await findOutbox(work.tx, id);
  const errand = row?.errand;
  if (!row || !errand) return;
  const { kind, roomId, memberId } = row;
  const tell = async (): Promise<void> =>
    work.catalogue.findErrand(kind)?.ended(work, { id, errand, roomId, memberId, outcome, reason });
  await inStep(work.tx, tell, (error) => {
    if (isUnavailable(error)) throw error;
    log.error({ err: error, kind, outboxId: id }, 'the end of an errand could not be told');
  });
}
