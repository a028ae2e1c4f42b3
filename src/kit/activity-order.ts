/** What a manager wants of an activity: to see the one that runs, to call it off, or to open one by the words that follow. */

import { accept, type Decision } from '../domain/decision.js';
import { type Argument, type ArgumentContext, choice, optional } from './argument.js';

export type ActivityOrder<Opening> =
  | { readonly action: 'show' | 'cancel' }
  | { readonly action: 'open'; readonly opening: Opening };

interface Parts<Opening> {
  /** What the order is called where it is refused. */
  readonly label: string;
  /** What is typed for each action. */
  readonly actions: Readonly<Record<string, 'open' | 'cancel'>>;
  open(context: ArgumentContext): Promise<Decision<Opening>>;
}

export function activityOrder<Opening>({ label, actions, open }: Parts<Opening>): Argument<ActivityOrder<Opening>> {
  const wish = optional(choice(label, actions), undefined);
  return {
    label,
    async parse(context) {
      const chosen = await wish.parse(context);
      if (!chosen.ok) return chosen;
      if (chosen.value === undefined) return accept({ action: 'show' });
      if (chosen.value === 'cancel') return accept({ action: chosen.value });
      const opening = await open(context);
      return opening.ok ? accept({ action: chosen.value, opening: opening.value }) : opening;
    },
  };
}
