/** The outbox: the states of a message on its way out, and the order in which messages leave. */

/**
 * planned → sending → sent | uncertain | failed; planned → expired | skipped | cancelled.
 *
 * `uncertain`: it may have arrived; only a person sends it again.
 */
export const OUTBOX_STATES = [
  'planned',
  'sending',
  'sent',
  'uncertain',
  'failed',
  'expired',
  'skipped',
  'cancelled',
] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

/** Lower leaves first: replies, then paid rooms, then trial rooms, then campaigns. */
export const PRIORITY = { reply: 0, staff: 1, paid: 2, trial: 3, campaign: 4 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

/** How long a reply may wait before nobody needs it any more. */
export const REPLY_LIFETIME_MS = 30 * 60_000;
