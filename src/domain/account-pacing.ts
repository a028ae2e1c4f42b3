/**
 * What an account does otherwise than the pacing profile of its process: an owner's choice, kept in the account's row.
 *
 * The bounds leave room around the numbers of the product's rules (section 13: 3–8 s, 12 a minute, 200 a day, 30 % for
 * 7 days) and none for what gets accounts banned: a second between two sends at least, 30 a minute and 1,000 a day at
 * most. A profile that is itself faster, the simulated one, widens them as far as it goes.
 */

import { accept, type Decision, refuse } from './decision.js';
import { CAREFUL_PACING, type Pacing } from './pacing.js';

export type PacingSetting = 'perDay' | 'perMinute' | 'minGap' | 'maxGap' | 'newPercent' | 'newDays';

export type AccountPacing = Readonly<Partial<Record<PacingSetting, number>>>;

interface Bounds {
  readonly min: number;
  readonly max: number;
}

const BOUNDS: Readonly<Record<PacingSetting, Bounds>> = {
  perDay: { min: 1, max: 1_000 },
  perMinute: { min: 1, max: 30 },
  minGap: { min: 1_000, max: 300_000 },
  maxGap: { min: 1_000, max: 300_000 },
  newPercent: { min: 1, max: 100 },
  newDays: { min: 0, max: 90 },
};

const SETTINGS = Object.keys(BOUNDS) as readonly PacingSetting[];

/** The pace that holds: the profile itself where the account has nothing of its own. */
export function effectivePacing(profile: Pacing, own: AccountPacing | null): Pacing {
  return own === null ? profile : { ...profile, ...own };
}

/** The settings in which the account differs. */
export function differencesOf(own: AccountPacing | null): readonly PacingSetting[] {
  return SETTINGS.filter((setting) => own?.[setting] !== undefined);
}

/** The account's own pace after `change`; null when nothing of its own is left. */
export function changePacing(
  profile: Pacing,
  own: AccountPacing | null,
  change: AccountPacing,
): Decision<AccountPacing | null> {
  for (const setting of differencesOf(change)) {
    const { min, max } = boundsOf(profile, setting);
    const value = change[setting] ?? min;
    if (value < min || value > max) return refuse({ code: 'pacing.out_of_range', setting, min, max });
  }
  const { minGap, maxGap } = effectivePacing(profile, { ...own, ...change });
  if (minGap > maxGap) return refuse({ code: 'pacing.gap_reversed' });
  return accept(differing(profile, { ...own, ...change }));
}

function boundsOf(profile: Pacing, setting: PacingSetting): Bounds {
  const { min, max } = BOUNDS[setting];
  return { min: Math.min(min, profile[setting]), max: Math.max(max, profile[setting]) };
}

function differing(profile: Pacing, own: AccountPacing): AccountPacing | null {
  const entries = Object.entries(own).filter(([setting, value]) => profile[setting as PacingSetting] !== value);
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

/** Faster than the rules advise for a real account. */
export function isHasty(pacing: Pacing): boolean {
  const { minGap, perMinute, perDay } = CAREFUL_PACING;
  return pacing.minGap < minGap || pacing.perMinute > perMinute || pacing.perDay > perDay;
}
