/** Identifiers of ours: small integers from the database, branded so that one kind never passes for another. */

declare const brand: unique symbol;
type Id<Kind extends string> = number & { readonly [brand]: Kind };

export type AccountId = Id<'account'>;
export type RoomId = Id<'room'>;
export type MemberId = Id<'member'>;
export type CheckInId = Id<'check-in'>;
export type CourseId = Id<'course'>;
export type IdentityLogId = Id<'identity-log'>;
export type OutboxId = Id<'outbox'>;
export type PointsEntryId = Id<'points-entry'>;

/** A member within a room: streaks, points and boards all belong to this pair. */
export interface MembershipKey {
  readonly roomId: RoomId;
  readonly memberId: MemberId;
}
