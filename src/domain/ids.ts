/** Identifiers of ours: small integers from the database, branded so that one kind never passes for another. */

declare const brand: unique symbol;
type Id<Kind extends string> = number & { readonly [brand]: Kind };

export type ActionId = Id<'action'>;
export type AccountId = Id<'account'>;
export type RoomId = Id<'room'>;
export type MemberId = Id<'member'>;
export type CampId = Id<'camp'>;
export type CardCodeBatchId = Id<'card-code-batch'>;
export type CardEventId = Id<'card-event'>;
export type ChainListId = Id<'chain-list'>;
export type ChainQuestionId = Id<'chain-question'>;
export type CheckInId = Id<'check-in'>;
export type CorrectionId = Id<'correction'>;
export type CourseId = Id<'course'>;
export type DrawId = Id<'draw'>;
export type EntitlementId = Id<'entitlement'>;
export type EntitlementUseId = Id<'entitlement-use'>;
export type FlashSaleId = Id<'flash-sale'>;
export type IdentityLogId = Id<'identity-log'>;
export type TrustEventId = Id<'trust-event'>;
export type TicketId = Id<'ticket'>;
export type TodoId = Id<'todo'>;
export type MoveId = Id<'move'>;
export type OrderId = Id<'order'>;
export type OffenceId = Id<'offence'>;
export type OutboxId = Id<'outbox'>;
export type PaymentNoticeId = Id<'payment-notice'>;
export type PointsEntryId = Id<'points-entry'>;
export type QuestionId = Id<'question'>;
export type QuizId = Id<'quiz'>;
export type GiftId = Id<'gift'>;
export type RedemptionId = Id<'redemption'>;
export type CodeBatchId = Id<'code-batch'>;
export type CouponCodeId = Id<'coupon-code'>;
export type RedPacketId = Id<'red-packet'>;
export type BadgeGrantId = Id<'badge-grant'>;
export type PointsGrantId = Id<'points-grant'>;
export type TrialId = Id<'trial'>;
export type ReferralId = Id<'referral'>;
export type TagRuleId = Id<'tag-rule'>;

/** A member within a room: streaks, points and boards all belong to this pair. */
export interface MembershipKey {
  readonly roomId: RoomId;
  readonly memberId: MemberId;
}
