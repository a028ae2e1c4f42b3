/** Why something is not confirmed, undone or explained. Part of `refusal.ts`. */

export interface SafetyRefusals {
  /** No code like that waits, or it was used. */
  'confirm.unknown': Nothing;
  'confirm.expired': Nothing;
  /** Somebody else gave the command. */
  'confirm.not_yours': Nothing;
  /** The command was given in another chat. */
  'confirm.elsewhere': Nothing;
  /** Confirmed once by the one who speaks. */
  'confirm.needs_other': Nothing;
  'undo.nothing': Nothing;
  'undo.unknown': { readonly number: number };
  /** More than 24 hours ago. */
  'undo.too_old': { readonly number: number };
  'undo.undone': { readonly number: number };
  /** Cannot be taken back; `earlier` can. */
  'undo.final': { readonly number: number; readonly earlier?: number };
  /** Done by somebody of a higher role, or by a command that is not the speaker's to give there. */
  'undo.not_yours': { readonly number: number };
  /** Changed since, by the action `later` where it was one. */
  'undo.changed': { readonly number: number; readonly later?: number };
  'undo.in_use': { readonly number: number };
  'log.not_in_public': Nothing;
  'why.not_in_public': Nothing;
  /** Somebody or something has to be named. */
  'why.about_what': { readonly example: string };
  'why.unknown': { readonly given: string; readonly known: readonly string[] };
  'why.no_room': { readonly name: string };
}

type Nothing = Record<never, never>;
