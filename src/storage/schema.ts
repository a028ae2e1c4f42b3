/**
 * Table types. Kept honest by `test/storage/schema.test.ts`, which reads the real columns on both dialects.
 *
 * Instants are integer milliseconds, local days integer day numbers, booleans 0 or 1, JSON text.
 */

import type { ColumnType } from 'kysely';
import type { CardKind } from '../domain/card-kind.js';
import type { Reminder } from '../domain/card-status.js';
import type { QuestionState } from '../domain/chain-list/question.js';
import type { CheckInSource, Evidence, Medium } from '../domain/check-in.js';
import type { ConfirmationNeeds } from '../domain/confirmation.js';
import type { CoreState } from '../domain/core-user.js';
import type { DrawState, DropReason, WinnerState } from '../domain/draw.js';
import type { FlashSaleState } from '../domain/flash-sale.js';
import type { RedemptionState } from '../domain/gift.js';
import type {
  AccountId,
  ActionId,
  BadgeGrantId,
  CampId,
  CardCodeBatchId,
  CardEventId,
  ChainListId,
  ChainQuestionId,
  CheckInId,
  CodeBatchId,
  CorrectionId,
  CouponCodeId,
  CourseId,
  DrawId,
  EntitlementId,
  EntitlementUseId,
  FlashSaleId,
  GiftId,
  IdentityLogId,
  MemberId,
  MoveId,
  OffenceId,
  OrderId,
  OutboxId,
  PaymentNoticeId,
  PointsEntryId,
  PointsGrantId,
  RedPacketId,
  ReferralId,
  RedemptionId,
  QuestionId,
  QuizId,
  RoomId,
  TagRuleId,
  TicketId,
  TodoId,
  TrustEventId,
  TrialId,
} from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { CardEventType } from '../domain/member-card.js';
import type { OffenceKind, Verdict, VoidReason, WordList } from '../domain/moderation/rule.js';
import type { MoveCause, MoveState, MoveStep, MoveWay, StepState } from '../domain/move.js';
import type { NoticeState, OrderSource, OrderState } from '../domain/order.js';
import type { OutboxState, Priority } from '../domain/outbox.js';
import type { OwnMessages } from '../domain/own-messages.js';
import type { PointsReason } from '../domain/points.js';
import type { PostKind } from '../domain/post.js';
import type { Power } from '../domain/power.js';
import type { ProtectionCause } from '../domain/protection.js';
import type { AskedState } from '../domain/question.js';
import type { QuizState } from '../domain/quiz.js';
import type { ReferralState } from '../domain/referral.js';
import type { Role } from '../domain/role.js';
import type { RoomKind } from '../domain/room.js';
import type { SourceKind } from '../domain/source.js';
import type { TagRemoval, TagSource } from '../domain/tag.js';
import type { TicketKind, TicketOutcome } from '../domain/ticket.js';
import type { TierChangeCause } from '../domain/tier.js';
import type { OfferDay, TrialOutcome, TrialState, TrialStepName } from '../domain/trial.js';
import type { RecordedTrustKind } from '../domain/trust.js';

/** Given by the database on insert. */
type Serial<Id> = ColumnType<Id, Id | undefined, never>;
/** Zero or null unless said otherwise on insert. */
type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;
export type Flag = 0 | 1;

export interface Schema {
  account: AccountTable;
  action: ActionTable;
  answered_line: AnsweredLineTable;
  appointment: AppointmentTable;
  badge_grant: BadgeGrantTable;
  binding_code: BindingCodeTable;
  binding_try: BindingTryTable;
  bookmark: BookmarkTable;
  brought_day: BroughtDayTable;
  camp: CampTable;
  camp_member: CampMemberTable;
  card_code: CardCodeTable;
  card_code_batch: CardCodeBatchTable;
  card_code_try: CardCodeTryTable;
  card_event: CardEventTable;
  card_notice: CardNoticeTable;
  chain_line: ChainLineTable;
  chain_list: ChainListTable;
  chain_question: ChainQuestionTable;
  chain_rule: ChainRuleTable;
  check_in: CheckInTable;
  claim: ClaimTable;
  closed_day: ClosedDayTable;
  code_batch: CodeBatchTable;
  coupon_code: CouponCodeTable;
  correction: CorrectionTable;
  confirmation: ConfirmationTable;
  core_score: CoreScoreTable;
  core_user: CoreUserTable;
  course: CourseTable;
  draw: DrawTable;
  draw_entry: DrawEntryTable;
  draw_winner: DrawWinnerTable;
  echo: EchoTable;
  entitlement: EntitlementTable;
  entitlement_rule: EntitlementRuleTable;
  entitlement_use: EntitlementUseTable;
  flash_sale: FlashSaleTable;
  flash_sale_order: FlashSaleOrderTable;
  gift: GiftTable;
  identity_log: IdentityLogTable;
  inbox: InboxTable;
  invitation_code: InvitationCodeTable;
  kept_code: KeptCodeTable;
  leave_day: LeaveDayTable;
  last_refusal: LastRefusalTable;
  lesson: LessonTable;
  listed_word: ListedWordTable;
  member: MemberTable;
  member_card: MemberCardTable;
  member_identity: MemberIdentityTable;
  member_class: MemberClassTable;
  member_source: MemberSourceTable;
  member_tag: MemberTagTable;
  member_tier: MemberTierTable;
  membership: MembershipTable;
  move: MoveTable;
  move_step: MoveStepTable;
  offer_copy: OfferCopyTable;
  offence: OffenceTable;
  outage: OutageTable;
  outbox: OutboxTable;
  outbox_item: OutboxItemTable;
  payment_notice: PaymentNoticeTable;
  pending_check_in: PendingCheckInTable;
  points_day: PointsDayTable;
  points_entry: PointsEntryTable;
  points_grant: PointsGrantTable;
  question: QuestionTable;
  question_vote: QuestionVoteTable;
  quiz: QuizTable;
  quiz_answer: QuizAnswerTable;
  private_contact: PrivateContactTable;
  protected_day: ProtectedDayTable;
  recent_media: RecentMediaTable;
  red_packet: RedPacketTable;
  red_packet_budget: RedPacketBudgetTable;
  redemption: RedemptionTable;
  referral: ReferralTable;
  role_grant: RoleGrantTable;
  room: RoomTable;
  room_day: RoomDayTable;
  room_identity: RoomIdentityTable;
  room_match: RoomMatchTable;
  room_rule: RoomRuleTable;
  sales_order: SalesOrderTable;
  schedule: ScheduleTable;
  segment: SegmentTable;
  tag: TagTable;
  tag_change: TagChangeTable;
  tag_mirror: TagMirrorTable;
  tag_platform: TagPlatformTable;
  tag_rule: TagRuleTable;
  ticket: TicketTable;
  tier_change: TierChangeTable;
  tier_rung: TierRungTable;
  todo: TodoTable;
  trial: TrialTable;
  trial_record: TrialRecordTable;
  trial_step: TrialStepTable;
  trust_event: TrustEventTable;
  worker: WorkerTable;
}

interface AccountTable {
  id: Serial<AccountId>;
  name: string;
  /** Our own platform id and name, once logged in. */
  platform_id: Optional<string>;
  bot_name: Optional<string>;
  next_send_at: Defaulted<number>;
  /** Until when the bot starts nothing, after trouble; null when all is well. */
  stopped_until: Optional<number>;
  stop_reason: Optional<string>;
  /** Sends in a row that failed. */
  failures: Defaulted<number>;
  /** JSON of what differs from the pacing profile of the process; null when nothing does. */
  pacing: Optional<string>;
  /** The puppet's package, for accounts that workers run; null for one that is named by the environment alone. */
  puppet: Optional<string>;
  /** JSON: what the puppet finds in its environment, by variable. Holds no secrets, only where they are. */
  puppet_options: Optional<string>;
  /** Who runs the account, and until when unless it is renewed: by the database's own clock. */
  lease_owner: Optional<string>;
  lease_until: Optional<number>;
  /** Grows by one with each owner: what an earlier one still wants to write is refused. */
  fence: Defaulted<number>;
  /** Whether the platform shows us our own messages; null until it has been measured. */
  own_messages: Optional<OwnMessages>;
  /** Counts the logins at which all ids changed; an identity of an earlier one reaches nobody. */
  session: Defaulted<number>;
  session_at: Optional<number>;
  /** 0 where the platform gives everybody a new id at each login. */
  ids_stay: Defaulted<Flag>;
  /** When the bot was last known to be online; null before the first time. */
  online_seen_at: Optional<number>;
  /** Since when it is not; null while it is, and as long as nobody knows. */
  offline_since: Optional<number>;
  created_at: number;
  /** Grows with each change of the lists of words, so that every process notices. */
  words_version: Defaulted<number>;
}

/** What somebody on staff did. Appended; only its undoing is noted on it. */
interface ActionTable {
  id: Serial<ActionId>;
  account_id: AccountId;
  member_id: MemberId;
  /** The one that counted when it was done. */
  role: Role;
  /** The room concerned; null where none was. */
  room_id: Optional<RoomId>;
  /** The room in which it was said; null for a private chat. */
  chat_room_id: Optional<RoomId>;
  /** The command's name. */
  command: string;
  /** As typed. */
  line: string;
  at: number;
  /** `none` for what only handed out data. */
  effect: 'none' | 'undoable' | 'final';
  /** JSON array of rows before and after. */
  changes: string;
  /** JSON of what the command noted. */
  noted: Optional<string>;
  /** The second manager, where one was needed. */
  confirmed_by: Optional<MemberId>;
  undone_by: Optional<MemberId>;
  undone_at: Optional<number>;
}

/** A command that waits for its code. */
interface ConfirmationTable {
  account_id: AccountId;
  /** Four digits. */
  code: string;
  /** Who gave the command. */
  member_id: MemberId;
  /** Where it was given; null for a private chat. */
  chat_room_id: Optional<RoomId>;
  /** The room concerned. */
  room_id: Optional<RoomId>;
  command: string;
  /** JSON of the message that gave it. */
  message: string;
  /** JSON of what it would do. */
  impact: string;
  fingerprint: string;
  needs: ConfirmationNeeds;
  asked_at: number;
  expires_at: number;
  first_confirmed_at: Optional<number>;
}

/** The last thing that a member was refused, for those who ask why. */
interface LastRefusalTable {
  member_id: MemberId;
  /** The room in which it was said; null for a private chat. */
  room_id: Optional<RoomId>;
  /** JSON of the refusal. */
  refusal: string;
  line: string;
  at: number;
}

interface RoomTable {
  id: Serial<RoomId>;
  account_id: AccountId;
  topic: string;
  /** Null until a manager registers the room. */
  kind: Optional<RoomKind>;
  course_id: Optional<CourseId>;
  /** The local day that is day 1 of the course. */
  start_day: Optional<LocalDay>;
  /** JSON of the settings that differ from the defaults. */
  settings: Defaulted<string>;
  /** JSON of the moderation rules that differ from the defaults. */
  rules: Defaulted<string>;
  /** The last local day on which nothing is posted. */
  paused_until: Optional<LocalDay>;
  registered_at: Optional<number>;
  /** When the member list was last compared with the platform's; null before the first time. */
  roster_at: Optional<number>;
  /** When the bot last started a post here, and when the last two acknowledgements left. */
  last_post_at: Optional<number>;
  last_ack_at: Optional<number>;
  earlier_ack_at: Optional<number>;
  /** The last local day that is over for streaks; null before the first. */
  closed_day: Optional<LocalDay>;
  /** The quiz that runs here, for which single letters are heard; null when none does. */
  quiz_id: Optional<QuizId>;
}

interface RoomIdentityTable {
  account_id: AccountId;
  platform_id: string;
  room_id: RoomId;
  /** The account's session that knew it last. */
  session: Defaulted<number>;
}

interface MemberTable {
  id: Serial<MemberId>;
  name: string;
  created_at: number;
}

interface MemberIdentityTable {
  account_id: AccountId;
  platform_id: string;
  member_id: MemberId;
  /** The account's session that knew it last. */
  session: Defaulted<number>;
}

interface MembershipTable {
  room_id: RoomId;
  member_id: MemberId;
  /** The name used in this room. */
  name: string;
  joined_at: number;
  left_at: Optional<number>;
  first_day: Optional<LocalDay>;
  last_day: Optional<LocalDay>;
  /** The last day up to which the streak holds: `last_day`, or later by leave, by a protected day, by a freeze. */
  covered_to: Optional<LocalDay>;
  streak: Defaulted<number>;
  best: Defaulted<number>;
  total: Defaulted<number>;
  points: Defaulted<number>;
  /** Held now. */
  freezes: Defaulted<number>;
  last_entry_id: Optional<PointsEntryId>;
  /** The end of the chain of check-ins: the one of the last day. */
  last_check_in_id: Optional<CheckInId>;
  on_board: Defaulted<Flag>;
  welcomed_at: Optional<number>;
}

interface RoleGrantTable {
  member_id: MemberId;
  /** 0 stands for all rooms. */
  room_id: RoomId | 0;
  role: Exclude<Role, 'member'>;
  granted_by: Optional<MemberId>;
  granted_at: number;
  /** From this instant on it does not hold; null for good. */
  until_at: Optional<number>;
  /** How far a moderator may go; null for roles that are not lent. */
  power: Optional<Power>;
}

interface ClaimTable {
  code: string;
  created_at: number;
  claimed_at: Optional<number>;
  claimed_by: Optional<MemberId>;
}

/** What a member says after a login that changed all ids; only its hash is kept. */
interface BindingCodeTable {
  member_id: MemberId;
  hash: string;
  created_at: number;
}

/** Wrong codes in a row, each within an hour of the one before. */
interface BindingTryTable {
  account_id: AccountId;
  member_id: MemberId;
  tries: number;
  last_at: number;
}

/** Who was recognised as whom. Appended; only taking it back is noted on it, and the details are forgotten in time. */
interface IdentityLogTable {
  id: Serial<IdentityLogId>;
  account_id: AccountId;
  how: 'code' | 'staff' | 'new' | 'room';
  by_member_id: MemberId;
  /** Members, or rooms where `how` is `room`: the one that lives on, and the one that was only known since the login. */
  kept_id: number;
  folded_id: number;
  /** JSON: what it takes to take it back; empty once that is past. */
  details: string;
  at: number;
  undone_by: Optional<MemberId>;
  undone_at: Optional<number>;
}

/** How well a room seen since the login fits one that was lost by it: names in both, names there now, names known. */
interface RoomMatchTable {
  room_id: RoomId;
  lost_room_id: RoomId;
  shared: number;
  seen: number;
  known: number;
}

interface CourseTable {
  id: Serial<CourseId>;
  name: string;
  title: string;
  updated_at: number;
}

interface LessonTable {
  course_id: CourseId;
  day: number;
  title: string;
  task: string;
  homework: Optional<string>;
  picture: Optional<string>;
}

interface ScheduleTable {
  room_id: RoomId;
  kind: PostKind;
  next_day: LocalDay;
  next_due_at: number;
}

interface OutboxTable {
  id: Serial<OutboxId>;
  account_id: AccountId;
  /** Where it goes: a room, or else a member's private chat. */
  room_id: Optional<RoomId>;
  member_id: Optional<MemberId>;
  kind: string;
  /** The local day of a slot; null for all else. */
  day: Optional<LocalDay>;
  priority: Priority;
  /** 1 when the bot starts it by itself: quiet hours, budgets and stops apply. */
  started: Flag;
  state: OutboxState;
  /** The words; empty for what is still being collected. */
  body: string;
  /** JSON array of mentioned member ids. */
  mentions: Defaulted<string>;
  late: Defaulted<Flag>;
  not_before: number;
  expires_at: number;
  attempts: Defaulted<number>;
  sending_at: Optional<number>;
  sent_at: Optional<number>;
  message_id: Optional<string>;
  /** A skip reason, or the words of a failure. */
  reason: Optional<string>;
  /** The name of a picture that is sent instead of words; `body` then says what it shows. */
  picture: Optional<string>;
  /** The row that must have been sent before this one may leave; null when there is none. */
  follows_id: Optional<OutboxId>;
  /** JSON of a graphic that is drawn and sent instead of words; null where `body` is what is sent, also after a graphic was given up. */
  graphic: Optional<string>;
  /** JSON of what is done without words: `body` is empty then. */
  errand: Optional<string>;
  created_at: number;
}

/** Something that a person has to decide or do; kept after it was. */
interface TodoTable {
  id: Serial<TodoId>;
  account_id: AccountId;
  /** Of the definition that knows what it is about. */
  kind: string;
  /** What it is about: one is open at most for each kind. */
  ref: string;
  room_id: Optional<RoomId>;
  member_id: Optional<MemberId>;
  /** JSON, in the shape of the kind. */
  data: string;
  opened_at: number;
  done_at: Optional<number>;
  /** The word of the option; null while it is open, and where it settled itself. */
  choice: Optional<string>;
  done_by: Optional<MemberId>;
  /** Goes before the others, and is told at once. */
  urgent: Defaulted<Flag>;
}

/** Somebody who has spoken to the bot in private. */
interface PrivateContactTable {
  account_id: AccountId;
  member_id: MemberId;
  since: number;
  /** When the bot last wrote unasked; null before the first time. */
  told_at: Optional<number>;
}

/** What is collected for a message and becomes its words when it leaves. */
interface OutboxItemTable {
  outbox_id: OutboxId;
  position: number;
  /** JSON, in the shape of the message's kind. */
  value: string;
}

interface InboxTable {
  account_id: AccountId;
  message_id: string;
  received_at: number;
}

interface EchoTable {
  account_id: AccountId;
  message_id: string;
  target: string;
  hash: string;
  at: number;
  outbox_id: Optional<OutboxId>;
}

interface CheckInTable {
  id: Serial<CheckInId>;
  room_id: RoomId;
  member_id: MemberId;
  day: LocalDay;
  at: number;
  evidence: Evidence;
  content: string;
  /** The member's check-in in this room of the last day before this one. */
  previous_id: Optional<CheckInId>;
  /** How it came in; null for what the member said on the day. */
  source: Optional<CheckInSource>;
}

/** A day on which a member need not check in. */
interface LeaveDayTable {
  room_id: RoomId;
  member_id: MemberId;
  day: LocalDay;
  at: number;
}

/** A day that breaks no streak in the room. */
interface ProtectedDayTable {
  room_id: RoomId;
  day: LocalDay;
  cause: ProtectionCause;
  note: Optional<string>;
  at: number;
}

/** A day whose check-ins earn a multiple. */
interface PointsDayTable {
  room_id: RoomId;
  day: LocalDay;
  factor: number;
}

/** Rules of a room that figures follow from: each holds from its day on until the next. */
interface RoomRuleTable {
  room_id: RoomId;
  from_day: LocalDay;
  /** Days in a row that earn a freeze; 0 for none. */
  freeze_every: number;
}

/** A day that is over in the room, and how many freezes were spent as it was closed. */
interface ClosedDayTable {
  room_id: RoomId;
  day: LocalDay;
  freezes: number;
  at: number;
}

/** While the bot was not online. */
interface OutageTable {
  account_id: AccountId;
  since: number;
  until: number;
}

/** A check-in that came or went after the review of its day had been posted. */
interface CorrectionTable {
  id: Serial<CorrectionId>;
  room_id: RoomId;
  member_id: MemberId;
  day: LocalDay;
  change: 'added' | 'removed';
  /** The first day whose review can tell of it. */
  told_in: LocalDay;
  at: number;
}

interface BookmarkTable {
  name: string;
  /** The id of the last row that was dealt with. */
  position: number;
}

interface PendingCheckInTable {
  room_id: RoomId;
  member_id: MemberId;
  day: LocalDay;
  at: number;
  expires_at: number;
}

interface RecentMediaTable {
  room_id: RoomId;
  member_id: MemberId;
  kind: Medium;
  at: number;
}

interface PointsEntryTable {
  id: Serial<PointsEntryId>;
  room_id: RoomId;
  member_id: MemberId;
  /** The member's entry before this one: the statement is read along this chain. */
  previous_id: Optional<PointsEntryId>;
  amount: number;
  balance: number;
  reason: PointsReason;
  /** The day that earned it. */
  day: LocalDay;
  at: number;
  /** What it is booked for (`redemption:12`): once for each reason. Null for what follows from check-ins. */
  ref: Optional<string>;
}

interface RoomDayTable {
  day: LocalDay;
  room_id: RoomId;
  check_ins: Defaulted<number>;
  /** Messages that the bot started in the room on this day. */
  started: Defaulted<number>;
}

interface AnsweredLineTable {
  member_id: MemberId;
  chat: string;
  hash: string;
  at: number;
}

/** Processes that can run accounts, those with nothing to do included. */
interface WorkerTable {
  id: string;
  /** By the database's own clock. */
  seen_at: number;
}

interface GiftTable {
  id: Serial<GiftId>;
  account_id: AccountId;
  /** 0 stands for all rooms of the account. */
  room_id: RoomId | 0;
  name: string;
  /** In points. */
  price: number;
  /** What is left; null for no end of it. */
  stock: Optional<number>;
  limit_per_member: Optional<number>;
  needs_address: Defaulted<Flag>;
  /** Where the code comes from that it hands out; null when it is a thing. */
  batch_id: Optional<CodeBatchId>;
  /** 0 while it is not offered. */
  listed: Defaulted<Flag>;
  created_at: number;
}

interface RedemptionTable {
  id: Serial<RedemptionId>;
  gift_id: GiftId;
  room_id: RoomId;
  member_id: MemberId;
  quantity: number;
  /** In points, for all of them. */
  price: number;
  /** How often it was paid for: more than once when its cancellation was undone. */
  bookings: Defaulted<number>;
  state: RedemptionState;
  /** Kept until thirty days after it was sent. */
  address: Optional<string>;
  note: Optional<string>;
  at: number;
  /** When it was fulfilled or cancelled. */
  done_at: Optional<number>;
  done_by: Optional<MemberId>;
}

interface CodeBatchTable {
  id: Serial<CodeBatchId>;
  account_id: AccountId;
  name: string;
  /** The last day on which its codes hold. */
  last_day: Optional<LocalDay>;
  created_at: number;
}

interface CouponCodeTable {
  id: Serial<CouponCodeId>;
  account_id: AccountId;
  batch_id: CodeBatchId;
  code: string;
  /** Whose it is; null while it is nobody's. */
  member_id: Optional<MemberId>;
  redemption_id: Optional<RedemptionId>;
  handed_at: Optional<number>;
  /** Since when its owner has been able to read it. */
  shown_at: Optional<number>;
}

/** In fen. */
interface RedPacketBudgetTable {
  room_id: RoomId;
  total: number;
  /** The sum of the room's records that are not void. */
  spent: Defaulted<number>;
  updated_at: number;
}

/** A red packet that a person gave. */
interface RedPacketTable {
  id: Serial<RedPacketId>;
  room_id: RoomId;
  member_id: MemberId;
  /** In fen. */
  amount: number;
  note: string;
  by_member_id: MemberId;
  at: number;
  void_reason: Optional<string>;
  voided_at: Optional<number>;
}

interface BadgeGrantTable {
  id: Serial<BadgeGrantId>;
  room_id: RoomId;
  member_id: MemberId;
  /** The code of a rule, or the name of one that was given by hand. */
  badge: string;
  /** The day on which it was earned. */
  day: LocalDay;
  at: number;
  by_member_id: Optional<MemberId>;
  revoked_at: Optional<number>;
  revoked_reason: Optional<string>;
  /** 1 when it was earned in another room and brought along. */
  carried: Defaulted<Flag>;
}

interface PointsGrantTable {
  id: Serial<PointsGrantId>;
  room_id: RoomId;
  member_id: MemberId;
  amount: number;
  reason: string;
  by_member_id: MemberId;
  at: number;
}

/** What is to happen for a subject of that kind at an instant, once. */
interface AppointmentTable {
  kind: string;
  subject_id: number;
  room_id: RoomId;
  account_id: AccountId;
  due_at: number;
  /** How often it failed. */
  attempts: Defaulted<number>;
}

interface DrawTable {
  id: Serial<DrawId>;
  room_id: RoomId;
  name: string;
  prize: string;
  /** What each winner is booked; 0 for a prize that staff hand over. */
  points: number;
  /** How many win. */
  places: number;
  /** JSON array of what one must have done to enter. */
  conditions: string;
  /** Where a number comes from that nobody here can know before; null for none. The value once it is known. */
  public_source: Optional<string>;
  public_value: Optional<string>;
  state: DrawState;
  /** Secret until the draw; its hash was published at the opening. */
  seed: string;
  commitment: string;
  /** Of the list, once it is sealed. */
  list_hash: Optional<string>;
  /** How many have entered: the last number. */
  entries: Defaulted<number>;
  opened_by: MemberId;
  opened_at: number;
  ends_at: number;
  sealed_at: Optional<number>;
  drawn_at: Optional<number>;
  /** JSON: how many tickets an entry of somebody in a tier has, by the tier's name, as it was published; null where all weigh the same. */
  weights: Optional<string>;
}

interface DrawEntryTable {
  draw_id: DrawId;
  number: number;
  member_id: MemberId;
  /** What the entrant was told, made of the commitment, the number and the name. */
  code: string;
  at: number;
  /** Why the entry is not in the sealed list. */
  dropped: Optional<DropReason>;
  /** How many tickets it has. */
  weight: Defaulted<number>;
}

/** Ranks in the order of the draw: replaced and passed ones stay. */
interface DrawWinnerTable {
  draw_id: DrawId;
  rank: number;
  number: number;
  state: WinnerState;
  reason: string;
  at: number;
}

interface FlashSaleTable {
  id: Serial<FlashSaleId>;
  room_id: RoomId;
  name: string;
  stock: number;
  sold: Defaulted<number>;
  /** In points; 0 for free. */
  price: number;
  state: FlashSaleState;
  opened_by: MemberId;
  opened_at: number;
  starts_at: number;
  ends_at: number;
}

interface FlashSaleOrderTable {
  sale_id: FlashSaleId;
  /** From 1, in the order in which they were received. */
  number: number;
  member_id: MemberId;
  price: number;
  at: number;
}

interface QuizTable {
  id: Serial<QuizId>;
  room_id: RoomId;
  question: string;
  /** JSON array of texts. */
  options: string;
  /** The place of the right one among the options, from 0. */
  answer: number;
  points: number;
  state: QuizState;
  /** How many have answered: the last number. */
  answers: Defaulted<number>;
  opened_by: MemberId;
  opened_at: number;
  ends_at: number;
}

interface QuizAnswerTable {
  quiz_id: QuizId;
  /** From 1, in the order in which they were received. */
  number: number;
  member_id: MemberId;
  choice: number;
  at: number;
}

interface CampTable {
  id: Serial<CampId>;
  room_id: RoomId;
  name: string;
  first_day: LocalDay;
  last_day: LocalDay;
  /** Days of check-in that it takes. */
  required: number;
  /** The last day, where it was ended before the one that was planned. */
  ended_day: Optional<LocalDay>;
  opened_by: MemberId;
  opened_at: number;
}

/** Who was in the room during a camp. */
interface CampMemberTable {
  camp_id: CampId;
  member_id: MemberId;
  /** The first day in the room, which may lie before the camp. */
  joined_day: LocalDay;
  /** The day of leaving before the end; null for those who were there to the end, or are still there. */
  left_day: Optional<LocalDay>;
}

/** A list of a room in which members check in, known by its heading. No words of it are kept. */
interface ChainListTable {
  id: Serial<ChainListId>;
  room_id: RoomId;
  hash: string;
  seen_at: number;
}

/** A line that was in the list at some time. */
interface ChainLineTable {
  list_id: ChainListId;
  hash: string;
  /** Of the name that it begins with. */
  name_hash: string;
  /** Whose check-in it was; null when it was nobody's. */
  member_id: Optional<MemberId>;
  /** When it came, or last counted. */
  day: LocalDay;
}

/** A new line of which a person has to say whose it is. */
interface ChainQuestionTable {
  id: Serial<ChainQuestionId>;
  room_id: RoomId;
  /** These three are empty once it is settled. */
  title: string;
  line: string;
  content: string;
  day: LocalDay;
  at: number;
  expires_at: number;
  state: QuestionState;
  member_id: Optional<MemberId>;
}

/** A manager's word on whether lists count whose heading holds these words. */
interface ChainRuleTable {
  room_id: RoomId;
  words: string;
  counts: Defaulted<Flag>;
  saved_at: number;
}

/** Amounts in fen. Never taken away: what was undone is cancelled. */
interface SalesOrderTable {
  id: Serial<OrderId>;
  account_id: AccountId;
  member_id: MemberId;
  course_id: CourseId;
  /** Where it was given; null where no room was meant. */
  room_id: Optional<RoomId>;
  kind: CardKind;
  /** What was paid, or is to be paid. */
  amount: number;
  /** What was left of a former card, and was not to be paid again. */
  credit: Defaulted<number>;
  refunded: Defaulted<number>;
  state: OrderState;
  source: OrderSource;
  /** Its number outside: made by us for the payment service, or as another system calls it. */
  number: Optional<string>;
  /** The payment service's name for its payment. */
  transaction_id: Optional<string>;
  note: Optional<string>;
  by_member_id: Optional<MemberId>;
  created_at: number;
  paid_at: Optional<number>;
  refunded_at: Optional<number>;
}

/** What the payment service told of a payment or a refund: each once. */
interface PaymentNoticeTable {
  id: Serial<PaymentNoticeId>;
  account_id: AccountId;
  /** Of the payment or the refund, whichever it tells of. */
  key: string;
  notice_id: string;
  type: 'paid' | 'refunded';
  /** The order's, as the service was given it. */
  number: string;
  transaction_id: string;
  /** In fen. */
  amount: number;
  at: number;
  received_at: number;
  state: NoticeState;
  order_id: Optional<OrderId>;
}

/** Appended, never changed: what was undone is named by an event of its own. */
interface CardEventTable {
  id: Serial<CardEventId>;
  member_id: MemberId;
  course_id: CourseId;
  type: CardEventType;
  day: LocalDay;
  kind: Optional<CardKind>;
  days: Optional<number>;
  /** The event that is refunded or undone. */
  about_id: Optional<CardEventId>;
  order_id: Optional<OrderId>;
  by_member_id: Optional<MemberId>;
  at: number;
}

/** What the events of a member's card amount to. */
interface MemberCardTable {
  member_id: MemberId;
  course_id: CourseId;
  kind: CardKind;
  from_day: LocalDay;
  /** The last day; null for life. */
  through_day: Optional<LocalDay>;
  frozen_on: Optional<LocalDay>;
  /** 1 once its end was dealt with. */
  lapsed: Defaulted<Flag>;
  updated_at: number;
}

interface CardNoticeTable {
  member_id: MemberId;
  course_id: CourseId;
  /** The end that was brought to mind. */
  through_day: LocalDay;
  reminder: Reminder;
  at: number;
}

/** What each order of that kind of card brings. */
interface EntitlementRuleTable {
  course_id: CourseId;
  kind: CardKind;
  name: string;
  /** Null for no end of it. */
  quota: Optional<number>;
}

/** What an order brought. */
interface EntitlementTable {
  id: Serial<EntitlementId>;
  member_id: MemberId;
  course_id: CourseId;
  order_id: OrderId;
  name: string;
  quota: Optional<number>;
  /** How many of its uses were not undone. */
  used: Defaulted<number>;
  granted_at: number;
  revoked_at: Optional<number>;
}

interface EntitlementUseTable {
  id: Serial<EntitlementUseId>;
  entitlement_id: EntitlementId;
  by_member_id: MemberId;
  note: Optional<string>;
  at: number;
  undone_at: Optional<number>;
}

interface CardCodeBatchTable {
  id: Serial<CardCodeBatchId>;
  account_id: AccountId;
  course_id: CourseId;
  kind: CardKind;
  /** The last day on which its codes hold. */
  last_day: Optional<LocalDay>;
  by_member_id: MemberId;
  at: number;
  revoked_at: Optional<number>;
}

/** Only its hash is kept. */
interface CardCodeTable {
  hash: string;
  batch_id: CardCodeBatchId;
  order_id: Optional<OrderId>;
  used_at: Optional<number>;
}

/** Said where others read along: good for this member alone. */
interface KeptCodeTable {
  hash: string;
  member_id: MemberId;
  at: number;
}

/** Wrong codes of a member, and for how long no more are looked at. */
interface CardCodeTryTable {
  account_id: AccountId;
  member_id: MemberId;
  tries: number;
  last_at: number;
  /** How often it was locked in a row. */
  locks: Defaulted<number>;
  locked_until: Optional<number>;
}

/** A tag that there is. */
interface TagTable {
  account_id: AccountId;
  /** As it was first typed. */
  name: string;
  /** The name, folded: another way of typing the same. */
  key: string;
  /** Whether members choose it themselves. */
  choosable: Defaulted<Flag>;
  created_at: number;
}

/** Who has a tag, or had it: a row that was removed by hand keeps rules from giving it again. */
interface MemberTagTable {
  account_id: AccountId;
  member_id: MemberId;
  tag: string;
  source: TagSource;
  since_at: number;
  /** The end of its last local day; null for one without an end. */
  expires_at: Optional<number>;
  by_member_id: Optional<MemberId>;
  rule_id: Optional<TagRuleId>;
  removed_at: Optional<number>;
  removed_by: Optional<TagRemoval>;
}

/** What became of tags. Appended. */
interface TagChangeTable {
  id: Serial<number>;
  account_id: AccountId;
  member_id: MemberId;
  tag: string;
  change: 'added' | 'removed';
  source: TagSource | 'expired' | 'undone';
  /** The words of the rule. */
  rule: Optional<string>;
  by_member_id: Optional<MemberId>;
  expires_at: Optional<number>;
  at: number;
}

/** Members whom a condition hits have the tag, as long as it does. */
interface TagRuleTable {
  id: Serial<TagRuleId>;
  account_id: AccountId;
  /** Null for all rooms. */
  room_id: Optional<RoomId>;
  tag: string;
  /** As typed. */
  condition: string;
  created_by: MemberId;
  created_at: number;
}

/** A tag on the platform: what is wanted, and what is there as far as we know. */
interface TagMirrorTable {
  account_id: AccountId;
  member_id: MemberId;
  tag: string;
  wanted: Defaulted<Flag>;
  mirrored: Defaulted<Flag>;
  /** How often it failed in a row. */
  attempts: Defaulted<number>;
  /** When it is tried next; null while it is on its way, where nothing is to be done, and after it was given up. */
  due_at: Optional<number>;
  /** The errand on its way. */
  outbox_id: Optional<OutboxId>;
  /** Of the last failure. */
  reason: Optional<string>;
}

/** An account whose platform knows no tags. */
interface TagPlatformTable {
  account_id: AccountId;
  unsupported_at: number;
}

/** A condition that was saved under a name. */
interface SegmentTable {
  account_id: AccountId;
  name: string;
  condition: string;
  saved_by: MemberId;
  saved_at: number;
}

/** A rung of an account's own ladder; none where it is the usual one. */
interface TierRungTable {
  account_id: AccountId;
  name: string;
  /** 0 is where everybody begins. */
  place: number;
  /** JSON of figures that must be reached. */
  needs: string;
  /** JSON. */
  perks: string;
}

/** Where somebody stands; no row on the lowest rung, where nobody has put them. */
interface MemberTierTable {
  account_id: AccountId;
  member_id: MemberId;
  tier: string;
  how: 'rule' | 'manual';
  since_at: number;
  /** The first day on which the figures no longer reached it; null while they do. */
  below_since: Optional<LocalDay>;
  /** The tier that staff last declined to give or to take to. */
  declined: Optional<string>;
}

/** Appended. */
interface TierChangeTable {
  id: Serial<number>;
  account_id: AccountId;
  member_id: MemberId;
  from_tier: string;
  to_tier: string;
  how: TierChangeCause;
  by_member_id: Optional<MemberId>;
  /** Empty where none was given. */
  reason: string;
  /** JSON of the figures at that time. */
  figures: Optional<string>;
  at: number;
}

interface MemberClassTable {
  account_id: AccountId;
  member_id: MemberId;
  axis: 'class' | 'grade';
  value: string;
  /** JSON of the facts that decided. */
  facts: string;
  at: number;
  /** Who decided by hand; null where the facts did. */
  by_member_id: Optional<MemberId>;
}

/** As the last day's work found it: four parts of 25 at most. */
interface CoreScoreTable {
  member_id: MemberId;
  day: LocalDay;
  loyalty: number;
  feedback: number;
  response: number;
  referral: number;
  total: number;
  /** JSON: what they were worked out from. */
  facts: string;
}

/** How it stands between a member and the core, as it last changed. */
interface CoreUserTable {
  account_id: AccountId;
  member_id: MemberId;
  state: CoreState;
  state_at: number;
  invited_by: Optional<MemberId>;
  /** When they became a core user, last. */
  since: Optional<number>;
  /** Why they were removed. */
  reason: Optional<string>;
}

/** A member's own days in trial rooms of a course. One row for ever; a person's word begins another round. */
interface TrialTable {
  id: Serial<TrialId>;
  account_id: AccountId;
  member_id: MemberId;
  course_id: CourseId;
  /** The room in which they are told of it: where they joined last. */
  room_id: RoomId;
  began_room_id: RoomId;
  /** When they joined first, and the local day of it: by these they are counted. */
  began_at: number;
  began_day: LocalDay;
  /** Day 1 of the first round. */
  start_day: LocalDay;
  round: Defaulted<number>;
  round_at: number;
  /** Day 1 of this round. */
  first_day: LocalDay;
  /** How many days this round has. */
  days: number;
  state: TrialState;
  outcome: Optional<TrialOutcome>;
  ended_at: Optional<number>;
}

interface TrialStepTable {
  trial_id: TrialId;
  round: number;
  step: TrialStepName;
  how: 'private' | 'room';
  at: number;
}

/** What is offered on a day of the trial, where managers wrote it themselves. */
interface OfferCopyTable {
  account_id: AccountId;
  course_id: CourseId;
  day: OfferDay;
  body: string;
  saved_at: number;
}

/** What was checked in during a trial whose days are past. Absent once check-ins of the past were changed. */
interface TrialRecordTable {
  trial_id: TrialId;
  soon: Flag;
  days: number;
  /** Of chains that had not gone on past the days of the trial, the last check-in of all; 0 for none. */
  tail: number;
}

/** Where somebody came from. Everybody who was ever in a room with a course has a row. */
interface MemberSourceTable {
  account_id: AccountId;
  member_id: MemberId;
  kind: SourceKind;
  /** Of a room's source, or one that staff named; else null. */
  name: Optional<string>;
  /** Who brought them, by code or as the platform told; else null. */
  inviter_id: Optional<MemberId>;
  /** The room that they joined first; null for somebody who said a code before joining. */
  room_id: Optional<RoomId>;
  /** When they were first seen. */
  since_at: number;
  by_member_id: Optional<MemberId>;
}

interface InvitationCodeTable {
  account_id: AccountId;
  member_id: MemberId;
  code: string;
  at: number;
}

/** Who brought whom, by a code that the newcomer said. */
interface ReferralTable {
  id: Serial<ReferralId>;
  account_id: AccountId;
  inviter_id: MemberId;
  newcomer_id: MemberId;
  said_at: number;
  state: ReferralState;
  /** Why it pays nothing; null while it may, or has. */
  reason: Optional<string>;
  /** Where it was paid. */
  room_id: Optional<RoomId>;
  points: Defaulted<number>;
  earned_at: Optional<number>;
  earned_day: Optional<LocalDay>;
}

/** On its way from a trial room to a paid one, or back. One at a time runs for a member and a course. */
interface MoveTable {
  id: Serial<MoveId>;
  account_id: AccountId;
  member_id: MemberId;
  course_id: CourseId;
  way: MoveWay;
  cause: MoveCause;
  /** What was paid; null on the way back. */
  order_id: Optional<OrderId>;
  from_room_id: Optional<RoomId>;
  to_room_id: Optional<RoomId>;
  state: MoveState;
  begun_at: number;
  ended_at: Optional<number>;
  /** Who stopped it; null where that was the next move, or where it ran to its end. */
  ended_by: Optional<MemberId>;
}

/** A step that was begun; those that are still ahead have no row. */
interface MoveStepTable {
  move_id: MoveId;
  step: MoveStep;
  state: StepState;
  /** When it came to this. */
  at: number;
  /** JSON: why, and how much. */
  detail: Optional<string>;
  /** The errand that it waits for, or waited for last. */
  outbox_id: Optional<OutboxId>;
}

/** A day of another room that counts for the streak here too. */
interface BroughtDayTable {
  room_id: RoomId;
  member_id: MemberId;
  day: LocalDay;
  /** 0 for a missed day that asked for nothing. */
  done: Flag;
  /** Days in a row that earned a freeze there on that day; 0 for none. */
  freeze_every: number;
  move_id: MoveId;
}

/** What managers ban and allow, as it is looked for; ids of members as text. */
interface ListedWordTable {
  account_id: AccountId;
  list: WordList;
  word: string;
  added_by: MemberId;
  added_at: number;
}

/** What broke a rule of its room. Never taken away: what was a mistake is voided. */
interface OffenceTable {
  id: Serial<OffenceId>;
  account_id: AccountId;
  room_id: RoomId;
  member_id: MemberId;
  /** The platform's; null for what was given by hand. */
  message_id: Optional<string>;
  day: LocalDay;
  at: number;
  kind: OffenceKind;
  /** JSON of the signs by which it was known. */
  signs: Defaulted<string>;
  /** The line, or the reason given by hand; null once it is forgotten. */
  content: Optional<string>;
  verdict: Verdict;
  /** Whether it takes its author further; 0 where the room's rule only reminds. */
  escalates: Defaulted<Flag>;
  /** When the room is reminded of it; null where it is not. */
  reminded_at: Optional<number>;
  given_by: Optional<MemberId>;
  appeal: Optional<string>;
  appealed_at: Optional<number>;
  appeal_denied_at: Optional<number>;
  voided_at: Optional<number>;
  voided_by: Optional<MemberId>;
  void_reason: Optional<VoidReason>;
}

interface QuestionTable {
  id: Serial<QuestionId>;
  account_id: AccountId;
  /** What people call it by: 1, 2, 3… in the account. */
  number: number;
  room_id: RoomId;
  member_id: MemberId;
  /** Null once it is forgotten. */
  text: Optional<string>;
  asked_at: number;
  state: AskedState;
  answer: Optional<string>;
  /** Null while it is open. */
  closed_at: Optional<number>;
  closed_by: Optional<MemberId>;
}

/** Who wants to know it too. */
interface QuestionVoteTable {
  question_id: QuestionId;
  member_id: MemberId;
  at: number;
}

interface TicketTable {
  id: Serial<TicketId>;
  account_id: AccountId;
  kind: TicketKind;
  member_id: MemberId;
  /** Null where it was said in private by somebody of no room, or of several. */
  room_id: Optional<RoomId>;
  /** 1 where others have read it: then its outcome may be said there. */
  in_public: Defaulted<Flag>;
  /** Null once it is forgotten. */
  text: Optional<string>;
  opened_at: number;
  /** When staff were reminded of it. */
  reminded_at: Optional<number>;
  /** Null while it is open. */
  outcome: Optional<TicketOutcome>;
  outcome_text: Optional<string>;
  closed_at: Optional<number>;
  closed_by: Optional<MemberId>;
}

interface TrustEventTable {
  id: Serial<TrustEventId>;
  account_id: AccountId;
  member_id: MemberId;
  kind: RecordedTrustKind;
  /** What it is about: each once. */
  ref: string;
  at: number;
}
