/** Why a camp, or an answer about a chain list, is turned down. Part of `refusal.ts`. */

import type { LocalDay } from './local-day.js';

export interface CampRefusals {
  'camp.none': { readonly topic: string };
  /** One that is to come or runs. */
  'camp.overlaps': { readonly name: string; readonly lastDay: LocalDay };
  'camp.bad_span': { readonly max: number };
  'camp.over': Nothing;
  'camp.bad_required': { readonly days: number };
  /** Answered before, too old, or never asked. */
  'chain_list.no_question': { readonly number: number };
}

type Nothing = Record<never, never>;
