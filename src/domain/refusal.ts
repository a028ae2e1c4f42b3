/** Every reason the bot may turn somebody down. Each one has its wording in `copy`. */

import type { PacingSetting } from './account-pacing.js';
import type { ActivityRefusals } from './activity-refusals.js';
import type { AttendanceRefusals } from './attendance-refusals.js';
import type { CampRefusals } from './camp-refusals.js';
import type { CardRefusals } from './card-refusals.js';
import type { CoreRefusals } from './core-refusals.js';
import type { PlanFault } from './course/plan-fault.js';
import type { LocalMinute } from './local-time.js';
import type { ModerationRefusals } from './moderation-refusals.js';
import type { MoveRefusals } from './move-refusals.js';
import type { SkipReason } from './post.js';
import type { QuestionRefusals } from './question-refusals.js';
import type { RewardRefusals } from './reward-refusals.js';
import type { Role } from './role.js';
import type { SafetyRefusals } from './safety-refusals.js';
import type { TagRefusals } from './tag-refusals.js';
import type { TemplateFault } from './template/template-fault.js';
import type { TodoRefusals } from './todo-refusals.js';
import type { TrialRefusals } from './trial-refusals.js';

/** One of several things that answer to the same name; `id` tells them apart (`Lin#12`). */
export interface Choice {
  readonly id: number;
  readonly name: string;
  readonly detail: string;
}

interface Refusals
  extends
    ActivityRefusals,
    AttendanceRefusals,
    CampRefusals,
    CardRefusals,
    CoreRefusals,
    ModerationRefusals,
    QuestionRefusals,
    RewardRefusals,
    SafetyRefusals,
    TodoRefusals,
    TagRefusals,
    TrialRefusals,
    MoveRefusals {
  'command.forbidden': { readonly needed: Role };
  'command.unknown': { readonly given: string; readonly suggestion?: string };
  'command.not_available': { readonly word: string };
  'argument.missing': { readonly name: string; readonly example: string };
  'argument.surplus': { readonly given: string; readonly example: string };
  'argument.not_a_number': { readonly name: string; readonly given: string };
  'argument.out_of_range': { readonly name: string; readonly min: number; readonly max: number };
  'argument.not_a_choice': { readonly name: string; readonly given: string; readonly choices: readonly string[] };
  'argument.not_a_day': { readonly name: string; readonly given: string };
  'argument.not_a_duration': { readonly name: string; readonly given: string };
  'argument.too_long': { readonly name: string; readonly max: number };
  'member.unknown': { readonly name: string };
  'member.ambiguous': { readonly name: string; readonly choices: readonly Choice[] };
  'certificate.no_check_ins': { readonly name: string };
  'room.unknown': { readonly name: string; readonly suggestion?: string };
  'room.ambiguous': { readonly name: string; readonly choices: readonly Choice[] };
  'room.not_named': { readonly choices: readonly string[]; readonly example: string };
  /** About the very room in which it is said. */
  'room.only_here': { readonly example: string };
  'room.not_registered': Nothing;
  'room.not_here': { readonly rooms: readonly string[] };
  /** A registered room of this topic was lost by the login. */
  'room.seems_lost': { readonly topic: string };
  'room.has_no_course': { readonly topic: string; readonly example: string };
  'role.too_high': { readonly name: string };
  'role.beyond_own': Nothing;
  'role.not_held': { readonly name: string };
  'claim.wrong': Nothing;
  'claim.taken': Nothing;
  'claim.not_private': Nothing;
  /** Known from before the login: nobody who may turn out to be somebody else. */
  'identity.not_new': { readonly name: string };
  /** Has been recognised already, or never was lost. */
  'identity.present': { readonly name: string };
  'identity.unknown': { readonly number: number };
  /** Of equal or higher standing: their own code alone proves who they are. */
  'identity.needs_code': { readonly name: string };
  'identity.no_room': { readonly number: number };
  'identity.which_room': { readonly number: number };
  'identity.not_in_public': Nothing;
  'course.unknown': { readonly name: string; readonly known: readonly string[] };
  'course.invalid': { readonly faults: readonly (PlanFault | TemplateFault)[] };
  'course.builtin': { readonly name: string };
  'course.name_taken': { readonly name: string };
  /** Lessons of these days would go, in a course that so many rooms run. */
  'course.would_lose': { readonly name: string; readonly days: readonly number[]; readonly rooms: number };
  'lesson.none': { readonly day: number };
  'template.invalid': { readonly faults: readonly TemplateFault[] };
  'settings.unknown': { readonly given: string; readonly known: readonly string[] };
  'settings.invalid': { readonly name: string; readonly given: string; readonly expected: string };
  'check_in.nothing_to_move': Nothing;
  'check_in.yesterday_taken': Nothing;
  /** What is to be paid is more than the balance. */
  'points.too_few': { readonly balance: number; readonly needed: number };
  'pause.not_paused': Nothing;
  'post.none_for_day': Nothing;
  'post.already_sent': { readonly id: number };
  'post.unknown': { readonly id: number };
  'post.too_late': Nothing;
  /** Its own time is still to come. */
  'post.not_due': { readonly minute: LocalMinute };
  /** On its way out already. */
  'post.waiting': { readonly id: number };
  /** It may have arrived, so a person has to look first and then ask for it by number. */
  'post.uncertain': { readonly id: number };
  /** A slot that was skipped has no words to send. */
  'post.empty': { readonly id: number };
  'post.nothing_to_send': { readonly reason: SkipReason };
  'post.not_in_public': { readonly id: number };
  /** In milliseconds for a gap, else as it is typed. */
  'pacing.out_of_range': { readonly setting: PacingSetting; readonly min: number; readonly max: number };
  'pacing.gap_reversed': Nothing;
  'pacing.not_understood': { readonly given: string };
  'sending.stopped': { readonly until: number };
}

type Nothing = Record<never, never>;

export type RefusalCode = keyof Refusals;

export type Refusal = { readonly [Code in RefusalCode]: { readonly code: Code } & Refusals[Code] }[RefusalCode];

export type RefusalOf<Code extends RefusalCode> = Extract<Refusal, { readonly code: Code }>;
