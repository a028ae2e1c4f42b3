/** Hands out codes, one to each: from then on it is theirs, and they read it in private. */

import * as copy from '../../../copy/zh-cn/codes.js';
import { describeMember } from '../../../copy/zh-cn/members.js';
import { accept } from '../../../domain/decision.js';
import type { CouponCodeId } from '../../../domain/ids.js';
import type { Argument } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { members } from '../../../kit/member-argument.js';
import { refuseAbsent } from '../../../kit/refuse-absent.js';
import { RefusedError } from '../../../kit/refused-error.js';
import type { ChatWork } from '../../../kit/work.js';
import { type CodeBatch, countCodes, findBatch, listBatches, takeCode } from '../../../storage/coupon-codes.js';
import { freeCode } from '../../../storage/handed-codes.js';
import type { Member } from '../../../storage/members.js';
import { tellHandedOut } from '../merged-replies/handed-out.js';

const MOST_KNOWN = 8;

const people = members(copy.labels.member, describeMember);

interface HandingOut {
  readonly batch: string;
  readonly people: readonly Member[];
}

/** The batch and the people, in the order in which they come. */
const handingOut: Argument<HandingOut> = {
  label: copy.labels.batch,

  async parse(context) {
    const { words } = context;
    const first = /^[@\uff20]/u.test(words.remaining()) ? undefined : words.nextTyped();
    const found = await people.parse(context);
    return found.ok ? accept({ batch: first ?? words.nextTyped() ?? '', people: found.value }) : found;
  },
};

export const handOut = defineCommand({
  name: 'codes.hand-out',
  triggers: copy.triggers.handOut,
  summary: copy.summaries.handOut,
  example: copy.examples.handOut,
  allow: 'manager',
  scope: 'room',
  effect: 'undoable',
  args: { to: handingOut },

  async run(work) {
    const { room, chatRoom, args, changes, confirm } = work;
    const batch = await findToHandOut(work, args.to);
    await refuseAbsent(work, room, args.to.people);
    const names = args.to.people.map(({ name }) => name);
    await confirm({ what: copy.handingOut(batch.name), people: names.length, names });
    changes.note({ codes: await takeAll(work, batch, args.to.people) });
    if (room.id !== chatRoom?.id) await tellHandedOut(work, room, { batch: batch.name, names });
    return copy.handedOut(batch.name, names, room.id === chatRoom?.id);
  },

  async undo({ tx }, noted) {
    const { codes } = noted as unknown as {
      readonly codes: readonly { readonly id: CouponCodeId; readonly name: string }[];
    };
    for (const { id, name } of codes) {
      if (!(await freeCode(tx, id))) throw new RefusedError({ code: 'codes.seen', name });
    }
  },
});

async function findToHandOut({ tx, account, today }: ChatWork, to: HandingOut): Promise<CodeBatch> {
  const batch = await findBatch(tx, account.id, to.batch);
  if (batch === undefined) {
    const known = (await listBatches(tx, account.id, MOST_KNOWN)).map(({ name }) => name);
    throw new RefusedError({ code: 'codes.unknown_batch', name: to.batch, known });
  }
  const { name, lastDay } = batch;
  if (lastDay !== null && lastDay < today) throw new RefusedError({ code: 'codes.expired', name });
  const { left } = await countCodes(tx, batch.id);
  if (left < to.people.length)
    throw new RefusedError({ code: 'codes.none_left', name, left, needed: to.people.length });
  return batch;
}

async function takeAll({ tx, now }: ChatWork, batch: CodeBatch, to: readonly Member[]) {
  const taken: { readonly id: CouponCodeId; readonly name: string }[] = [];
  for (const { id: memberId, name } of to) {
    const id = await takeCode(tx, batch.id, { memberId, redemptionId: null, at: now });
    // Another process may have been faster than the count.
    if (id === undefined)
      throw new RefusedError({ code: 'codes.none_left', name: batch.name, left: 0, needed: to.length });
    taken.push({ id, name });
  }
  return taken;
}
