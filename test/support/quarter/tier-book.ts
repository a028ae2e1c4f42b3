/**
 * Where everybody stands on the ladder, by its rule and by what staff confirmed. Written from the product's own words; shares
 * nothing with the bot.
 */

export const LADDER = [
  { name: '青铜', code: 'bronze', days: 0, yuan: 0 },
  { name: '白银', code: 'silver', days: 3, yuan: 0 },
  { name: '黄金', code: 'gold', days: 8, yuan: 90 },
  { name: '钻石', code: 'diamond', days: 16, yuan: 290 },
] as const;

const GRACE_DAYS = 30;

export interface Standing {
  readonly rung: number;
  /** A person put them there: no rule takes them down. */
  readonly byHand: boolean;
  readonly belowSince: number | null;
  /** Which rung staff did not want to hear of again. */
  readonly declined: number | null;
}

export interface Figures {
  readonly days: number;
  /** In fen. */
  readonly paid: number;
}

const NEWCOMER: Standing = { rung: 0, byHand: false, belowSince: null, declined: null };

export function rungOf({ days, paid }: Figures): number {
  return LADDER.findLastIndex((rung) => days >= rung.days && paid >= rung.yuan * 100);
}

export class TierBook {
  #standings = new Map<string, Standing>();

  /** As it is now, to come back to. */
  snapshot(): () => void {
    const kept = new Map(this.#standings);
    return () => void (this.#standings = kept);
  }

  of(person: string): Standing {
    return this.#standings.get(person) ?? NEWCOMER;
  }

  put(person: string, standing: Partial<Standing>): void {
    this.#standings.set(person, { ...this.of(person), ...standing });
  }

  /** By staff's own wish, or by a rule that staff or the room's setting confirmed. */
  move(person: string, rung: number, byHand: boolean): void {
    this.put(person, { rung, byHand, belowSince: null, declined: null });
  }

  /** Of the morning. What is not `applied` by itself is proposed to staff, and nothing more. */
  judge(
    person: string,
    figures: Figures,
    { today, applied }: { readonly today: number; readonly applied: boolean },
  ): void {
    const { rung, byHand, belowSince, declined } = this.of(person);
    const reached = rungOf(figures);
    if (reached === rung || (reached < rung && byHand)) return this.put(person, { belowSince: null, declined: null });
    const since = belowSince ?? today;
    if (reached < rung && today - since < GRACE_DAYS) return this.put(person, { belowSince: since });
    if (applied && declined !== reached) this.move(person, reached, false);
  }
}
