/** Why nothing is done about a move. Part of `refusal.ts`. */

export interface MoveRefusals {
  /** Never moved, or on another account. */
  'move.none': { readonly name: string };
  'move.not_running': { readonly name: string };
  'move.which_course': { readonly name: string; readonly courses: readonly string[] };
  /** It is being done right now. */
  'move.under_way': { readonly name: string };
  'move.not_in_public': Nothing;
}

type Nothing = Record<never, never>;
