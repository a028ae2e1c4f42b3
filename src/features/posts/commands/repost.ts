/** Sends by a person's decision what did not appear: today's post by its kind, any message by its number. */

import * as copy from '../../../copy/zh-cn/post-commands.js';
import { accept } from '../../../domain/decision.js';
import type { OutboxId } from '../../../domain/ids.js';
import type { PostKind } from '../../../domain/post.js';
import { type Argument, choice, integer } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { Work } from '../../../kit/work.js';
import { fillTodaysSlot } from '../fill-todays-slot.js';
import { resendByNumber } from '../resend-by-number.js';

type Target = { readonly kind: PostKind } | { readonly id: OutboxId };

const number = integer(copy.labels.repost, { min: 1, max: Number.MAX_SAFE_INTEGER });
const kind = choice(copy.labels.repost, copy.repostWords);

const target: Argument<Target> = {
  label: copy.labels.repost,
  async parse(context) {
    if (/^#?\d/u.test(context.words.peek() ?? '')) {
      const id = await number.parse(context);
      return id.ok ? accept({ id: id.value as OutboxId }) : id;
    }
    const chosen = await kind.parse(context);
    return chosen.ok ? accept({ kind: chosen.value }) : chosen;
  },
};

export const repost = defineCommand({
  name: 'posts.repost',
  triggers: copy.triggers.repost,
  summary: copy.summaries.repost,
  example: copy.examples.repost,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'final',
  args: { target },

  async run(work) {
    const { changes, args } = work;
    refuseWhileStopped(work);
    changes.note(args.target);
    return 'id' in args.target ? resendByNumber(work, args.target.id) : fillTodaysSlot(work, args.target.kind);
  },
});

/** A person's word does not lift what protects the account. */
function refuseWhileStopped({ account, now }: Work): void {
  const until = account.stoppedUntil ?? 0;
  if (until > now) throw new RefusedError({ code: 'sending.stopped', until });
}
