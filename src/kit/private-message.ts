/**
 * What the bot writes to somebody in private by itself: only to those who spoke to it first, and once in seven days,
 * whatever feature it comes from (product rules, section 13). While people sleep it waits.
 */

import type { MemberId, OutboxId } from '../domain/ids.js';
import { PRIORITY } from '../domain/outbox.js';
import { cancelErrand } from '../storage/errands.js';
import { appendOutbox } from '../storage/outbox.js';
import { lockPrivateContact, markTold, markUntold } from '../storage/private-contacts.js';
import type { Work } from './work.js';

const APART_MS = 7 * 86_400_000;
const LIFETIME_MS = 36 * 60 * 60_000;

export interface PrivateMessage {
  /** The outbox kind. */
  readonly kind: string;
  readonly body: string;
  /** An instant; 36 hours from now when absent. */
  readonly expiresAt?: number;
}

/** Undefined where the bot may not write now: then it is said elsewhere, or not at all. */
export async function tellPrivately(
  { tx, now, account }: Work,
  memberId: MemberId,
  { kind, body, expiresAt }: PrivateMessage,
): Promise<OutboxId | undefined> {
  const contact = await lockPrivateContact(tx, account.id, memberId);
  if (contact === undefined || (contact.toldAt !== null && now - contact.toldAt < APART_MS)) return undefined;
  await markTold(tx, account.id, memberId, now);
  return appendOutbox(tx, {
    accountId: account.id,
    to: { memberId },
    kind,
    priority: PRIORITY.campaign,
    started: true,
    body,
    notBefore: now,
    expiresAt: expiresAt ?? now + LIFETIME_MS,
    createdAt: now,
  });
}

/**
 * It need not be said any more. What has not left never leaves, and its member may be written to again; false where it has left,
 * and so counts. `reason`: as in the outbox.
 */
export async function takeBackPrivately({ tx }: Pick<Work, 'tx'>, id: OutboxId, reason: string): Promise<boolean> {
  const isTakenBack = await cancelErrand(tx, id, reason);
  if (isTakenBack) await markUntold(tx, id);
  return isTakenBack;
}
