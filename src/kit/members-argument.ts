/** One member or several: the first by mention or name, the others by mention. */

import { accept } from '../domain/decision.js';
import type { Member } from '../storage/members.js';
import type { Argument } from './argument.js';
import { member } from './member-argument.js';

/** Nobody is meant twice. `describe` as for `member`. */
export function members(label: string, describe: (joinedAt: number) => string): Argument<readonly Member[]> {
  const one = member(label, describe);
  return {
    label,
    async parse(context) {
      const found = new Map<number, Member>();
      do {
        const parsed = await one.parse(context);
        if (!parsed.ok) return parsed;
        found.set(parsed.value.id, parsed.value);
      } while (context.words.peek()?.startsWith('@') === true);
      return accept([...found.values()]);
    },
  };
}
