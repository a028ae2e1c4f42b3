/**
 * Table types. Kept honest by `test/storage/schema.test.ts`, which reads the real columns on both dialects.
 *
 * Instants are integer milliseconds, local days integer day numbers, booleans 0 or 1, JSON text.
 */

import type { ColumnType } from 'kysely';
import type { Evidence, Medium } from '../domain/check-in.js';
import type {
  AccountId,
  CheckInId,
  CourseId,
  IdentityLogId,
  MemberId,
  OutboxId,
  PointsEntryId,
  RoomId,
} from '../domain/ids.js';
import type { LocalDay } from '../domain/local-day.js';
import type { OutboxState, Priority } from '../domain/outbox.js';
import type { OwnMessages } from '../domain/own-messages.js';
import type { PostKind } from '../domain/post.js';
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
  answered_line: AnsweredLineTable;
  binding_code: BindingCodeTable;
  binding_try: BindingTryTable;
  bookmark: BookmarkTable;
  check_in: CheckInTable;
  claim: ClaimTable;
  course: CourseTable;
  echo: EchoTable;
  identity_log: IdentityLogTable;
  inbox: InboxTable;
  lesson: LessonTable;
  member: MemberTable;
  member_identity: MemberIdentityTable;
  membership: MembershipTable;
  outbox: OutboxTable;
  outbox_item: OutboxItemTable;
  pending_check_in: PendingCheckInTable;
  points_entry: PointsEntryTable;
  recent_media: RecentMediaTable;
  role_grant: RoleGrantTable;
  room: RoomTable;
  room_day: RoomDayTable;
  room_identity: RoomIdentityTable;
  room_match: RoomMatchTable;
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
  created_at: number;
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
  streak: Defaulted<number>;
  best: Defaulted<number>;
  total: Defaulted<number>;
  points: Defaulted<number>;
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
  reason: 'check-in' | 'milestone' | 'correction';
  /** The day that earned it. */
  day: LocalDay;
  at: number;
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
