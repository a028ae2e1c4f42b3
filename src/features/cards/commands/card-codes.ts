/** Codes for cards: how many are used, more of them, or none any more. In clear they go to the manager alone, once. */

import * as copy from '../../../copy/zh-cn/card-codes.js';
import type { CardCodeBatchId } from '../../../domain/ids.js';
import { PRIORITY } from '../../../domain/outbox.js';
import { optional } from '../../../kit/argument.js';
import { defineCommand } from '../../../kit/feature.js';
import { present, RefusedError } from '../../../kit/refused-error.js';
import {
  appendCardCodes,
  findCardCodeBatch,
  listCardCodeBatches,
  markBatchRevoked,
} from '../../../storage/card-codes.js';
import { appendOutbox } from '../../../storage/outbox.js';
import { hashCardCode, makeCardCodes } from '../card-code.js';
import { codeOrder, type Generation } from '../code-argument.js';
import { courseMeant } from '../course-meant.js';
import type { OrderWork } from '../order-work.js';

const SHOWN = 6;
const ON_A_SHEET = 40;
/** Long enough for a bot that is stopped for a while. */
const LIFETIME_MS = 24 * 60 * 60_000;

export const cardCodes = defineCommand({
  name: 'cards.codes',
  triggers: copy.triggers.codes,
  summary: copy.summaries.codes,
  example: copy.examples.codes,
  allow: 'manager',
  scope: 'anywhere',
  effect: 'undoable',
  args: { order: optional(codeOrder, { do: 'list' } as const) },

  async run(work) {
    const { tx, account, today, inRoom, args } = work;
    if (args.order.do === 'generate') return generate(work, args.order);
    if (args.order.do === 'revoke') return revoke(work, args.order.id);
    return copy.batchList(await listCardCodeBatches(tx, account.id, SHOWN), today, inRoom);
  },

  async undo({ tx, now }, noted) {
    const { batch } = (noted ?? {}) as { readonly batch?: CardCodeBatchId };
    if (batch !== undefined) await markBatchRevoked(tx, batch, now);
  },
});

async function generate(work: OrderWork, { kind, count, course: named, lastDay }: Generation): Promise<string> {
  const { tx, now, account, speaker, chatRoom, changes, confirm, inRoom } = work;
  const course = await courseMeant(work, { named, room: work.room, example: inRoom(copy.examples.codesOfCourse) });
  await confirm({ what: copy.generating(course.name, kind, count), people: 0, names: [], money: true });
  const codes = makeCardCodes(count);
  const hashes = codes.flatMap((code) => hashCardCode(code) ?? []);
  const batch = { courseId: course.id, kind, lastDay, by: speaker.id, at: now, hashes };
  const id = await appendCardCodes(tx, account.id, batch);
  changes.note({ batch: id });
  await handOver(work, codes, { id, course: course.name, kind });
  return copy.generated({ id, course: course.name, kind, count, lastDay }, chatRoom === undefined);
}

/** Behind the answer. Housekeeping forgets them by their kind, once they have left. */
async function handOver(
  { tx, now, account, speaker }: OrderWork,
  codes: readonly string[],
  batch: Pick<Parameters<typeof copy.codeSheet>[0], 'id' | 'course' | 'kind'>,
): Promise<void> {
  const sheets = Math.ceil(codes.length / ON_A_SHEET);
  for (let sheet = 1; sheet <= sheets; sheet++) {
    const some = codes.slice((sheet - 1) * ON_A_SHEET, sheet * ON_A_SHEET);
    await appendOutbox(tx, {
      accountId: account.id,
      to: { memberId: speaker.id },
      kind: 'card-codes',
      priority: PRIORITY.reply,
      started: false,
      body: copy.codeSheet({ ...batch, codes: some, sheet, sheets }),
      notBefore: now,
      expiresAt: now + LIFETIME_MS,
      createdAt: now,
    });
  }
}

async function revoke({ tx, now, account, changes }: OrderWork, number: number): Promise<string> {
  const found = await findCardCodeBatch(tx, account.id, number);
  const { id, revokedAt } = present(found, { code: 'card_codes.unknown_batch', id: number });
  if (revokedAt !== null) throw new RefusedError({ code: 'card_codes.revoked', id });
  await changes.watch('card_code_batch', { id }, ['revoked_at']);
  await markBatchRevoked(tx, id, now);
  const batch = (await listCardCodeBatches(tx, account.id, Number.MAX_SAFE_INTEGER)).find((one) => one.id === id);
  return copy.batchRevoked(id, batch === undefined ? 0 : batch.codes - batch.used);
}
