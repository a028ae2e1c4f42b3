/** Why nothing becomes of a trial, a source, a code of invitation or a report on them. Part of `refusal.ts`. */

export interface TrialRefusals {
  'trial.not_in_public': Nothing;
  'trial.not_a_trial_room': { readonly topic: string };
  'trial.no_room': Nothing;
  'trial.none': { readonly name: string };
  'trial.over': { readonly name: string };
  'trial.is_staff': { readonly name: string };
  'trial.has_paid': { readonly name: string };
  /** Not in the room in which the trial runs. */
  'trial.absent': { readonly name: string };
  'trial.too_long': { readonly name: string; readonly most: number };
  /** No wording of one's own for that day. */
  'trial.usual_copy': { readonly day: number };
  'source.not_in_public': Nothing;
  'source.no_member': { readonly name: string };
  'source.no_room': Nothing;
  'conversion.not_in_public': Nothing;
  'invitation.own': Nothing;
  /** Somebody else has brought them already. */
  'invitation.said': Nothing;
  'invitation.not_new': Nothing;
  'invitation.not_in_public': Nothing;
}

type Nothing = Record<never, never>;
