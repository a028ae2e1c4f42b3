/** Why a to-do is not done. Part of `refusal.ts`. */

export interface TodoRefusals {
  'todo.unknown': { readonly number: number };
  /** Somebody else did it, or it settled itself; `choice` is null then. */
  'todo.done': { readonly number: number; readonly choice: string | null };
  'todo.not_an_option': { readonly number: number; readonly given: string; readonly options: readonly string[] };
  'todo.not_in_public': Nothing;
  /** What was chosen cannot be taken back. */
  'todo.final': { readonly choice: string };
}

type Nothing = Record<never, never>;
