/**
 * Table types. Kept honest by `test/storage/schema.test.ts`, which reads the real columns on both dialects.
 *
 * Instants are integer milliseconds, local days integer day numbers, booleans 0 or 1, JSON text.
 */

import type { ColumnType } from 'kysely';
import type { QuestionState } from '../domain/chain-list/question.js';
import type { CheckInSource, Evidence, Medium } from '../domain/check-in.js';
import type { ConfirmationNeeds } from '../domain/confirmation.js';
import type { DrawState, DropReason, WinnerState } from '../domain/draw.js';
import type { FlashSaleState } from '../domain/flash-sale.js';
import type { RedemptionState } from '../domain/gift.js';
import type {
  AccountId,
  ActionId,
  BadgeGrantId,
  CampId,
  ChainListId,
  ChainQuestionId,
  CheckInId,
  CodeBatchId,
  CorrectionId,
  CouponCodeId,
  CourseId,
  DrawId,
  FlashSaleId,
  GiftId,
  IdentityLogId,
  MemberId,
  OutboxId,
  PointsEntryId,
  PointsGrantId,
  RedPacketId,
  RedemptionId,
  QuizId,
  RoomId,
} from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { OutboxState, Priority } from '../domain/outbox.js';
import type { OwnMessages } from '../domain/own-messages.js';
import type { PointsReason } from '../domain/points.js';
import type { PostKind } from '../domain/post.js';
import type { ProtectionCause } from '../domain/protection.js';
import type { QuizState } from '../domain/quiz.js';
import type { Role } from '../domain/role.js';
import type { RoomKind } from '../domain/room.js';

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
  camp: CampTable;
  camp_member: CampMemberTable;
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
  course: CourseTable;
  draw: DrawTable;
  draw_entry: DrawEntryTable;
  draw_winner: DrawWinnerTable;
  echo: EchoTable;
  flash_sale: FlashSaleTable;
  flash_sale_order: FlashSaleOrderTable;
  gift: GiftTable;
  identity_log: IdentityLogTable;
  inbox: InboxTable;
  leave_day: LeaveDayTable;
  last_refusal: LastRefusalTable;
  lesson: LessonTable;
  member: MemberTable;
  member_identity: MemberIdentityTable;
  membership: MembershipTable;
  outage: OutageTable;
  outbox: OutboxTable;
  outbox_item: OutboxItemTable;
  pending_check_in: PendingCheckInTable;
  points_day: PointsDayTable;
  points_entry: PointsEntryTable;
  points_grant: PointsGrantTable;
  quiz: QuizTable;
  quiz_answer: QuizAnswerTable;
  protected_day: ProtectedDayTable;
  recent_media: RecentMediaTable;
  red_packet: RedPacketTable;
  red_packet_budget: RedPacketBudgetTable;
  redemption: RedemptionTable;
  role_grant: RoleGrantTable;
  room: RoomTable;
  room_day: RoomDayTable;
  room_identity: RoomIdentityTable;
  room_match: RoomMatchTable;
  room_rule: RoomRuleTable;
  schedule: ScheduleTable;
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
  created_at: number;
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
