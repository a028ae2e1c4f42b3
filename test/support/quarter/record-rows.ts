/** Rows of the bot's tables as the judge reads them. Amounts in fen; big numbers come as text from PostgreSQL. */

export interface CardRow {
  readonly key: string;
  readonly kind: string;
  readonly from: number;
  readonly through: number | null;
  readonly frozen: number | null;
}

export interface OrderRow {
  readonly key: string;
  readonly kind: string;
  readonly amount: number;
  readonly credit: number;
  readonly refunded: number;
  readonly state: string;
  readonly source: string;
}

export interface EntitlementRow {
  readonly key: string;
  readonly name: string;
  readonly quota: number | null;
  readonly used: number;
  readonly gone: number | string | null;
  /** Of the log, without those that were undone. */
  readonly uses: number | string;
}

export interface ClassRow {
  /** Person and axis. */
  readonly key: string;
  readonly value: string;
  readonly by: number | null;
}

export interface OffenceRow {
  readonly who: string;
  readonly room: string;
  readonly verdict: string;
  readonly counts: number;
  readonly voided: number | string | null;
}

export interface NoticeRow {
  readonly key: string;
  readonly state: string;
}

export interface SlotRow {
  readonly topic: string;
  readonly kind: string;
  readonly day: number;
  readonly state: string;
  readonly reason: string | null;
}

export interface PresenceRow {
  readonly who: string;
  readonly room: string;
}

export interface TierRow {
  readonly who: string;
  readonly tier: string;
  readonly how: string;
  readonly below: number | null;
}

export interface SourceRow {
  readonly who: string;
  readonly kind: string;
  readonly name: string | null;
  readonly inviter: string | null;
}

export interface LoanRow {
  /** Person and room. */
  readonly key: string;
  readonly power: string;
  readonly until: number | string;
}

export interface CoreRow {
  readonly who: string;
  readonly state: string;
}

export interface ReferralRow {
  readonly newcomer: string;
  readonly inviter: string;
  readonly state: string;
}

export interface LedgerRow {
  readonly key: string;
  readonly sum: number | string;
  readonly points: number | string;
}

export interface TagRow {
  /** Person and tag. */
  readonly key: string;
  readonly source: string;
  readonly until: number | string | null;
}

export interface QuarterRecords {
  readonly cards: readonly CardRow[];
  readonly orders: readonly OrderRow[];
  readonly entitlements: readonly EntitlementRow[];
  readonly classes: readonly ClassRow[];
  readonly offences: readonly OffenceRow[];
  readonly notices: readonly NoticeRow[];
  readonly slots: readonly SlotRow[];
  readonly presence: readonly PresenceRow[];
  readonly tags: readonly TagRow[];
  readonly tiers: readonly TierRow[];
  readonly sources: readonly SourceRow[];
  readonly loans: readonly LoanRow[];
  readonly core: readonly CoreRow[];
  readonly referrals: readonly ReferralRow[];
  readonly referralPay: readonly { readonly ref: string }[];
  readonly ledgers: readonly LedgerRow[];
}
