/** Why something about moderators and core users is refused; a part of all refusals. */

import type { Role } from './role.js';

export interface CoreRefusals {
  /** Is a teacher or more there, and may all of it anyway. */
  'moderator.has_more': { readonly name: string; readonly role: Role };
  'moderator.too_long': { readonly name: string; readonly max: number };
  'moderator.not_one': { readonly name: string; readonly topic: string };
  'core.has_more': { readonly name: string };
  'core.is_one': { readonly name: string };
  'core.not_one': { readonly name: string };
  /** Asked, and not answered yet. */
  'core.is_asked': { readonly name: string };
  'core.declined_lately': { readonly name: string; readonly days: number };
  'core.not_present': { readonly name: string };
  /** To whoever invites. */
  'core.full': { readonly most: number; readonly present: number };
  /** To whoever accepts. */
  'core.full_now': Nothing;
  'core.not_in_public': Nothing;
}

type Nothing = Record<never, never>;
